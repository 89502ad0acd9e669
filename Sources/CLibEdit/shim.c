#define _GNU_SOURCE
#include "CLibEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

struct gm_editor {
    EditLine *edit;
    HistoryW *history;
    FILE *sink;
    gm_callbacks callbacks;
    gm_outcome outcome;
    sigset_t open_mask;
    char *text;
    size_t capacity, length, cursor;
    wchar_t *wide;
    size_t wide_capacity;
    bool accepted;
    bool vi;
    int held;  /* a byte read ahead, or -1 */
    char *prefill;
    size_t prefill_length;
};

/* Signals */

static volatile sig_atomic_t interrupted, resized, continued, stopping;
static volatile sig_atomic_t terminal_is_ours;
static struct termios terminal_before;
static struct sigaction action_before[NSIG];

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

static void put(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t n = write(STDOUT_FILENO, bytes, length);
        if (n < 0 && errno != EINTR) return;
        if (n > 0) { bytes += n; length -= (size_t)n; }
    }
}

static void give_terminal_back(void) {
    if (!terminal_is_ours) return;
    terminal_is_ours = 0;
    static const char reset[] = "\033[?2004l\033[0m\r\n";
    put(reset, sizeof reset - 1);
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before);
}

static void on_flag(int signal) {
    switch (signal) {
    case SIGINT: interrupted = 1; break;
    case SIGWINCH: resized = 1; break;
    case SIGCONT: continued = 1; break;
    case SIGTSTP: stopping = 1; break;
    }
}

/* The signal goes on to whoever handled it before us. A fault is not raised again: the instruction that failed runs and fails
   again, so that a backtrace names the place. */
static void on_end(int signal, siginfo_t *info, void *context) {
    (void)context;
    int error = errno;
    give_terminal_back();
    sigaction(signal, &action_before[signal], NULL);
    bool fault = info->si_code > 0
        && (signal == SIGSEGV || signal == SIGBUS || signal == SIGILL || signal == SIGTRAP || signal == SIGFPE);
    if (!fault) raise(signal);
    errno = error;
}

static void set_handler(int signal, void (*handler)(int)) {
    struct sigaction action = { .sa_handler = handler };
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

void gm_catch_signals(void) {
    static bool done;
    if (done) return;
    done = true;
    stack_t current;
    if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
        static char area[1 << 16];
        stack_t alternate = { .ss_sp = area, .ss_size = sizeof area };
        sigaltstack(&alternate, NULL);
    }
    set_handler(SIGINT, on_flag);
    set_handler(SIGWINCH, on_flag);
    set_handler(SIGCONT, on_flag);
    static const int ends[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGTERM, SIGHUP, SIGQUIT };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct sigaction action = { .sa_sigaction = on_end, .sa_flags = SA_SIGINFO | SA_ONSTACK };
        sigemptyset(&action.sa_mask);
        if (sigaction(ends[i], NULL, &action_before[ends[i]]) != 0) continue;
        bool ignored = !(action_before[ends[i]].sa_flags & SA_SIGINFO) && action_before[ends[i]].sa_handler == SIG_IGN;
        if (!ignored) sigaction(ends[i], &action, NULL);
    }
    atexit(give_terminal_back);
}

bool gm_interrupted(void) { return interrupted != 0; }
void gm_clear_interrupt(void) { interrupted = 0; }

/* UTF-8 and wide characters, by hand: what the C library makes of them depends on the locale. */

static bool grow(void **memory, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) return true;
    size_t larger = needed * 2 + 64;
    void *moved = realloc(*memory, larger * size);
    if (moved == NULL) return false;
    *memory = moved;
    *capacity = larger;
    return true;
}

static size_t encode(uint32_t c, char *to) {
    if (c >= 0x110000 || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
    if (c < 0x80) { to[0] = (char)c; return 1; }
    if (c < 0x800) { to[0] = (char)(0xC0 | c >> 6); to[1] = (char)(0x80 | (c & 0x3F)); return 2; }
    if (c < 0x10000) {
        to[0] = (char)(0xE0 | c >> 12); to[1] = (char)(0x80 | (c >> 6 & 0x3F)); to[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    to[0] = (char)(0xF0 | c >> 18); to[1] = (char)(0x80 | (c >> 12 & 0x3F));
    to[2] = (char)(0x80 | (c >> 6 & 0x3F)); to[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* The bytes that follow a lead byte: 0–3, or -1 where it leads nothing. */
static int tail_of(unsigned char lead) {
    if (lead < 0x80) return 0;
    if (lead < 0xC2) return -1;
    if (lead < 0xE0) return 1;
    if (lead < 0xF0) return 2;
    return lead < 0xF5 ? 3 : -1;
}

/* The text as wide characters in `editor->wide`, ended by 0, without NUL inside; their count, or -1 without memory. */
static ssize_t widen(gm_editor *editor, const char *text, size_t length) {
    if (!grow((void **)&editor->wide, &editor->wide_capacity, length + 1, sizeof(wchar_t))) return -1;
    size_t count = 0;
    for (size_t i = 0; i < length;) {
        unsigned char lead = (unsigned char)text[i++];
        int tail = tail_of(lead);
        uint32_t c = tail == 0 ? lead : tail < 0 ? 0xFFFD : lead & (0x3F >> tail);
        for (; tail > 0; tail--) {
            if (i == length || ((unsigned char)text[i] & 0xC0) != 0x80) { c = 0xFFFD; break; }
            c = c << 6 | ((unsigned char)text[i++] & 0x3F);
        }
        if (c != 0) editor->wide[count++] = (wchar_t)c;
    }
    editor->wide[count] = 0;
    return (ssize_t)count;
}

static bool narrow(gm_editor *editor, const wchar_t *text, size_t count, size_t cursor) {
    if (!grow((void **)&editor->text, &editor->capacity, count * 4 + 1, 1)) return false;
    size_t length = 0;
    editor->cursor = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == cursor) editor->cursor = length;
        length += encode((uint32_t)text[i], editor->text + length);
    }
    if (cursor >= count) editor->cursor = length;
    editor->text[length] = 0;
    editor->length = length;
    return true;
}

/* Reading keys */

/* The terminal, opened once more so that its reads can be non-blocking without changing what other programs see: Ctrl-C
   empties the queue of keys, and a read that a poll promised would then wait with the signal held back. */
static int keys = STDIN_FILENO;

static void open_keys(void) {
    if (keys != STDIN_FILENO) return;
    const char *name = ttyname(STDIN_FILENO);
    int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    int opened = name != NULL ? open(name, flags) : -1;
    if (opened < 0) opened = open("/dev/tty", flags);
    if (opened >= 0) keys = opened;
}

bool gm_key_waiting(int milliseconds) {
    struct pollfd input = { .fd = keys, .events = POLLIN };
    return poll(&input, 1, milliseconds) > 0;
}

static void take_terminal(gm_editor *editor) {
    el_wset(editor->edit, EL_PREP_TERM, 1);
    terminal_is_ours = 1;
    put(paste_on, sizeof paste_on - 1);
}

static void leave_terminal(gm_editor *editor) {
    put(paste_off, sizeof paste_off - 1);
    el_wset(editor->edit, EL_PREP_TERM, 0);
    terminal_is_ours = 0;
}

static void stop_here(gm_editor *editor) {
    sigset_t stop, before;
    leave_terminal(editor);
    set_handler(SIGTSTP, SIG_DFL);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, &before);
    /* The process stands still here until it is continued. */
    sigprocmask(SIG_SETMASK, &before, NULL);
    set_handler(SIGTSTP, on_flag);
    continued = 0;
    take_terminal(editor);
}

static void apply_prefill(gm_editor *editor) {
    if (editor->prefill == NULL) return;
    gm_editor_replace(editor, editor->prefill, editor->prefill_length, editor->prefill_length);
    free(editor->prefill);
    editor->prefill = NULL;
}

/* One byte, or a negative key. Signals are let in only while it waits, so none can come between a test and the wait. */
static int next_byte(gm_editor *editor, bool draws) {
    if (editor->held >= 0) {
        int held = editor->held;
        editor->held = -1;
        return held;
    }
    for (;;) {
        gm_paint why = GM_PAINT_CHANGED;
        bool draw = draws && !gm_key_waiting(0);
        if (stopping) { stopping = 0; stop_here(editor); why = GM_PAINT_FRESH; draw = true; }
        if (continued) {
            continued = 0;
            el_wset(editor->edit, EL_PREP_TERM, 0);
            take_terminal(editor);
            why = GM_PAINT_FRESH;
            draw = true;
        }
        if (resized) {
            resized = 0;
            el_resize(editor->edit);
            if (why == GM_PAINT_CHANGED) why = GM_PAINT_RESIZED;
            draw = true;
        }
        if (interrupted) return GM_KEY_INTERRUPTED;
        if (draw) editor->callbacks.paint(editor->callbacks.context, why);
        struct pollfd input = { .fd = keys, .events = POLLIN };
        if (ppoll(&input, 1, NULL, &editor->open_mask) < 0) {
            if (errno == EINTR) continue;
            return GM_KEY_END;
        }
        unsigned char byte;
        ssize_t n = read(keys, &byte, 1);
        if (n == 1) return byte;
        if (n == 0 || (errno != EINTR && errno != EAGAIN)) return GM_KEY_END;
    }
}

/* In vi mode Escape alone is a command and the begin of what an arrow key sends; libedit cannot have both. One that is not
   followed at once by a bracket (or by Enter, which makes a new row) becomes this key. */
#define LONE_ESCAPE 0x80

static bool is_lone_escape(gm_editor *editor) {
    if (!gm_key_waiting(40)) return true;
    editor->held = next_byte(editor, false);
    return editor->held >= 0 && memchr("[O\r\n", editor->held, 4) == NULL;
}

static int read_key(EditLine *edit, wchar_t *key) {
    gm_editor *editor = NULL;
    el_wget(edit, EL_CLIENTDATA, &editor);
    apply_prefill(editor);
    int byte = next_byte(editor, true);
    if (byte == 0x1B && editor->vi && is_lone_escape(editor)) {
        *key = LONE_ESCAPE;
        return 1;
    }
    if (byte >= 0) {
        int tail = tail_of((unsigned char)byte);
        uint32_t c = tail == 0 ? (uint32_t)byte : tail < 0 ? 0xFFFD : (uint32_t)byte & (0x3Fu >> tail);
        for (; tail > 0; tail--) {
            int more = next_byte(editor, false);
            if (more < 0) { byte = more; break; }
            if ((more & 0xC0) != 0x80) { c = 0xFFFD; break; }
            c = c << 6 | ((uint32_t)more & 0x3F);
        }
        if (byte >= 0) {
            *key = (wchar_t)(c >= 0x110000 || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c);
            return 1;
        }
    }
    editor->outcome = byte == GM_KEY_INTERRUPTED ? GM_INTERRUPTED : GM_END_OF_INPUT;
    return byte == GM_KEY_INTERRUPTED ? -1 : 0;
}

int32_t gm_editor_key(gm_editor *editor) {
    wchar_t key = 0;
    editor->outcome = GM_END_OF_INPUT;
    int n = el_wgetc(editor->edit, &key);
    if (n == 1) return (int32_t)key;
    return editor->outcome == GM_INTERRUPTED ? GM_KEY_INTERRUPTED : GM_KEY_END;
}

void gm_editor_push(gm_editor *editor, uint32_t key) {
    const wchar_t keys[] = { (wchar_t)key, 0 };
    el_wpush(editor->edit, keys);
}

/* Commands of our own */

/* Keys that no keyboard sends; a command that leaves its key to libedit pushes the one that does what the key did. */
static const struct {
    const wchar_t *name, *keys, *pushed, *builtin;
} commands[GM_COMMANDS] = {
    [GM_COMPLETE] = { L"gangmu-complete", L"^I", NULL, NULL },
    [GM_COMPLETE_BACK] = { L"gangmu-complete-back", L"\\e[Z", NULL, NULL },
    [GM_ACCEPT] = { L"gangmu-accept", L"^M ^J", NULL, NULL },
    [GM_NEWLINE] = { L"gangmu-newline", L"\\e^M \\e^J", NULL, NULL },
    [GM_SEARCH] = { L"gangmu-search", L"^R", NULL, NULL },
    [GM_RIGHT] = { L"gangmu-right", L"\\e[C \\eOC ^F", L"\033[991~", L"ed-next-char" },
    [GM_END] = { L"gangmu-end", L"\\e[F \\eOF \\e[4~ ^E", L"\033[992~", L"ed-move-to-end" },
    [GM_UP] = { L"gangmu-up", L"\\e[A \\eOA ^P", L"\033[993~", L"ed-prev-history" },
    [GM_DOWN] = { L"gangmu-down", L"\\e[B \\eOB ^N", L"\033[994~", L"ed-next-history" },
    [GM_PASTE] = { L"gangmu-paste", L"\\e[200~", NULL, NULL },
    [GM_CLEAR] = { L"gangmu-clear", L"^L", NULL, NULL },
};

static unsigned char run(EditLine *edit, gm_command command) {
    gm_editor *editor = NULL;
    el_wget(edit, EL_CLIENTDATA, &editor);
    switch (editor->callbacks.command(editor->callbacks.context, command)) {
    case GM_DONE: return CC_REFRESH;
    case GM_DEFAULT:
        if (commands[command].pushed == NULL) return CC_REFRESH;
        el_wpush(edit, commands[command].pushed);
        return CC_ARGHACK;
    case GM_FINISH: {
        const LineInfoW *line = el_wline(edit);
        size_t count = (size_t)(line->lastchar - line->buffer);
        editor->accepted = narrow(editor, line->buffer, count, count);
        return CC_NEWLINE;
    }
    case GM_CANCEL: return CC_EOF;
    case GM_BEEP: break;
    }
    return CC_ERROR;
}

#define COMMAND(name, command) static unsigned char name(EditLine *edit, wint_t key) { (void)key; return run(edit, command); }
COMMAND(run_complete, GM_COMPLETE)
COMMAND(run_complete_back, GM_COMPLETE_BACK)
COMMAND(run_accept, GM_ACCEPT)
COMMAND(run_newline, GM_NEWLINE)
COMMAND(run_search, GM_SEARCH)
COMMAND(run_right, GM_RIGHT)
COMMAND(run_end, GM_END)
COMMAND(run_up, GM_UP)
COMMAND(run_down, GM_DOWN)
COMMAND(run_paste, GM_PASTE)
COMMAND(run_clear, GM_CLEAR)

static unsigned char (*const runs[GM_COMMANDS])(EditLine *, wint_t) = {
    run_complete, run_complete_back, run_accept, run_newline, run_search, run_right, run_end, run_up, run_down, run_paste,
    run_clear,
};

static void bind(EditLine *edit, const wchar_t *keys, const wchar_t *name) {
    el_wset(edit, EL_BIND, keys, name, NULL);
    el_wset(edit, EL_BIND, L"-a", keys, name, NULL);
}

/* In vi's command mode a control key keeps its own meaning; escape sequences and Enter are ours in both. */
static void bind_all(gm_editor *editor) {
    bool vi = editor->vi;
    if (vi) {
        const wchar_t key[] = { LONE_ESCAPE, 0 };
        el_wset(editor->edit, EL_BIND, key, L"vi-command-mode", NULL);
    }
    for (int i = 0; i < GM_COMMANDS; i++) {
        wchar_t keys[64];
        wcsncpy(keys, commands[i].keys, 63);
        keys[63] = 0;
        wchar_t *rest = NULL;
        for (wchar_t *key = wcstok(keys, L" ", &rest); key != NULL; key = wcstok(NULL, L" ", &rest)) {
            bool control = key[0] == L'^';
            if (!control || i == GM_ACCEPT || i == GM_SEARCH || i == GM_CLEAR) bind(editor->edit, key, commands[i].name);
            else if (!vi || i == GM_COMPLETE) el_wset(editor->edit, EL_BIND, key, commands[i].name, NULL);
        }
    }
    bind(editor->edit, L"\\e[991~", L"ed-next-char");
    bind(editor->edit, L"\\e[992~", L"ed-move-to-end");
    bind(editor->edit, L"\\e[993~", L"ed-prev-history");
    bind(editor->edit, L"\\e[994~", L"ed-next-history");
    bind(editor->edit, L"\\e[H", L"ed-move-to-beg");
    bind(editor->edit, L"\\eOH", L"ed-move-to-beg");
    bind(editor->edit, L"\\e[1~", L"ed-move-to-beg");
    bind(editor->edit, L"\\e[3~", L"ed-delete-next-char");
    bind(editor->edit, L"\\e[1;5C", vi ? L"vi-next-word" : L"em-next-word");
    bind(editor->edit, L"\\e[1;5D", L"ed-prev-word");
}

/* Opening */

/* What libedit would show is dropped, but for the bell. */
static ssize_t sink_write(void *cookie, const char *bytes, size_t length) {
    (void)cookie;
    if (memchr(bytes, '\a', length) != NULL) put("\a", 1);
    return (ssize_t)length;
}

static wchar_t *no_prompt(EditLine *edit) {
    (void)edit;
    static wchar_t empty[] = L"";
    return empty;
}

bool gm_use_utf8_locale(void) {
    static const char *const names[] = { "", "C.UTF-8", "C.utf8", "en_US.UTF-8" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_CTYPE, names[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    return false;
}

gm_editor *gm_editor_open(const char *program, gm_callbacks callbacks) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &terminal_before) != 0) return NULL;
    open_keys();
    gm_editor *editor = calloc(1, sizeof *editor);
    if (editor == NULL) return NULL;
    editor->callbacks = callbacks;
    editor->held = -1;
    editor->sink = fopencookie(NULL, "w", (cookie_io_functions_t){ .write = sink_write });
    if (editor->sink != NULL)
        editor->edit = el_init_fd(program, stdin, editor->sink, editor->sink, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
    if (editor->edit == NULL) { gm_editor_close(editor); return NULL; }
    EditLine *edit = editor->edit;
    el_wset(edit, EL_CLIENTDATA, editor);
    el_wset(edit, EL_SIGNAL, 0);
    el_wset(edit, EL_PROMPT, no_prompt);
    el_wset(edit, EL_EDITOR, L"emacs");
    for (int i = 0; i < GM_COMMANDS; i++) el_wset(edit, EL_ADDFN, commands[i].name, L"gangmu", runs[i]);
    el_source(edit, NULL);
    int edits = 1;
    el_wget(edit, EL_EDITMODE, &edits);
    editor->history = history_winit();
    if (!edits || editor->history == NULL) { gm_editor_close(editor); return NULL; }
    HistEventW event;
    history_w(editor->history, &event, H_SETSIZE, 10000);
    history_w(editor->history, &event, H_SETUNIQUE, 1);
    el_wset(edit, EL_HIST, history_w, editor->history);
    const wchar_t *name = NULL;
    editor->vi = el_wget(edit, EL_EDITOR, &name) == 0 && name != NULL && wcscmp(name, L"vi") == 0;
    bind_all(editor);
    el_wset(edit, EL_GETCFN, read_key);
    return editor;
}

void gm_editor_close(gm_editor *editor) {
    if (editor == NULL) return;
    if (editor->edit != NULL) el_end(editor->edit);
    if (editor->history != NULL) history_wend(editor->history);
    if (editor->sink != NULL) fclose(editor->sink);
    free(editor->text);
    free(editor->wide);
    free(editor->prefill);
    free(editor);
}

gm_outcome gm_editor_read(gm_editor *editor) {
    sigset_t ours;
    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGWINCH);
    sigaddset(&ours, SIGCONT);
    sigaddset(&ours, SIGTSTP);
    struct sigaction stop_before;
    tcgetattr(STDIN_FILENO, &terminal_before);
    sigaction(SIGTSTP, NULL, &stop_before);
    set_handler(SIGTSTP, on_flag);
    sigprocmask(SIG_BLOCK, &ours, &editor->open_mask);
    interrupted = resized = continued = stopping = 0;
    editor->outcome = GM_END_OF_INPUT;
    editor->accepted = false;
    terminal_is_ours = 1;
    put(paste_on, sizeof paste_on - 1);
    el_resize(editor->edit);

    int count = 0;
    const wchar_t *line = el_wgets(editor->edit, &count);

    put(paste_off, sizeof paste_off - 1);
    terminal_is_ours = 0;
    sigprocmask(SIG_SETMASK, &editor->open_mask, NULL);
    sigaction(SIGTSTP, &stop_before, NULL);
    if (editor->accepted) return GM_LINE;
    if (editor->outcome == GM_INTERRUPTED) return GM_INTERRUPTED;
    /* A command of libedit's own ended the line, such as vi's editing in an outside editor. */
    if (line != NULL && count > 0) {
        while (count > 0 && (line[count - 1] == L'\n' || line[count - 1] == L'\r')) count--;
        if (narrow(editor, line, (size_t)count, (size_t)count)) { editor->accepted = true; return GM_LINE; }
    }
    return GM_END_OF_INPUT;
}

const char *gm_editor_line(gm_editor *editor, size_t *length, size_t *cursor) {
    if (!editor->accepted) {
        const LineInfoW *line = el_wline(editor->edit);
        if (!narrow(editor, line->buffer, (size_t)(line->lastchar - line->buffer), (size_t)(line->cursor - line->buffer))) {
            *length = *cursor = 0;
            return "";
        }
    }
    *length = editor->length;
    *cursor = editor->cursor;
    return editor->text;
}

void gm_editor_replace(gm_editor *editor, const char *text, size_t length, size_t cursor) {
    const LineInfoW *line = el_wline(editor->edit);
    int old = (int)(line->lastchar - line->buffer);
    el_cursor(editor->edit, (int)(line->lastchar - line->cursor));
    el_deletestr(editor->edit, old);
    ssize_t all = widen(editor, text, length);
    if (all <= 0 || el_winsertstr(editor->edit, editor->wide) != 0) return;
    ssize_t before = widen(editor, text, cursor < length ? cursor : length);
    el_cursor(editor->edit, (int)(before - all));
}

void gm_editor_insert(gm_editor *editor, const char *text, size_t length) {
    if (widen(editor, text, length) > 0) el_winsertstr(editor->edit, editor->wide);
}

void gm_editor_prefill(gm_editor *editor, const char *text, size_t length) {
    free(editor->prefill);
    editor->prefill = length > 0 ? malloc(length) : NULL;
    editor->prefill_length = length;
    if (editor->prefill != NULL) memcpy(editor->prefill, text, length);
}

void gm_editor_remember(gm_editor *editor, const char *text, size_t length) {
    HistEventW event;
    if (widen(editor, text, length) > 0) history_w(editor->history, &event, H_ENTER, editor->wide);
}

void gm_editor_forget(gm_editor *editor) {
    HistEventW event;
    history_w(editor->history, &event, H_CLEAR);
}

void gm_editor_beep(gm_editor *editor) { (void)editor; put("\a", 1); }

void gm_terminal_size(int *columns, int *rows) {
    struct winsize size = { 0 };
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size.ws_col = size.ws_row = 0;
    *columns = size.ws_col > 0 ? size.ws_col : 80;
    *rows = size.ws_row > 0 ? size.ws_row : 24;
}
