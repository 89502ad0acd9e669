import Dispatch
import Synchronization
import Testing

@testable import gangmu

/// Ctrl-C gives the prompt back, whatever the answer waits for.
struct AsideTests {
    @Test func givesWhatTheWorkFound() {
        #expect(Aside.run(until: { false }) { isCancelled in isCancelled() ? 0 : 42 } == 42)
    }

    @Test func workThatStopsTellsSo() {
        let stopped = Aside.run(until: { true }) { isCancelled in isCancelled() ? "stopped" : "went on" }
        // Where it did not come to ask before it was left, it tells nothing.
        #expect(stopped ?? "stopped" == "stopped")
    }

    @Test func workThatCannotStopIsLeft() {
        let isPressed = Flag(), page = DispatchSemaphore(value: 0), asked = DispatchSemaphore(value: 0), wasTold = Flag()
        let found = Aside.run(until: { isPressed.isSet }) { isCancelled -> Int in
            isPressed.isSet = true
            // Until after `run` has returned.
            page.wait()
            isPressed.isSet = false
            wasTold.isSet = isCancelled()
            asked.signal()
            return 42
        }
        #expect(found == nil)
        page.signal()
        asked.wait()
        // The next line clears Ctrl-C, but not for the work that was left.
        #expect(wasTold.isSet)
    }

    private final class Flag: Sendable {
        private let value = Atomic(false)
        var isSet: Bool {
            get { value.load(ordering: .relaxed) }
            set { value.store(newValue, ordering: .relaxed) }
        }
    }
}
