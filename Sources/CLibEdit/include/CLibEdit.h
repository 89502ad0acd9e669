#ifndef GANGMU_CLIBEDIT_H
#define GANGMU_CLIBEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The part of libedit that Swift cannot call itself: variadic functions, wide characters and signal handlers.
///
/// libedit keeps the line, its keys, kill ring, vi and emacs commands and `~/.editrc`. It does not draw: its display code
/// rewrites half of a double-width character in the middle of a line. Its output goes nowhere (only the bell comes through),
/// and before each key it waits for, `paint` is called to draw the line that `gm_editor_line` gives.
///
/// Everything but `gm_interrupted` is for the main thread. Text crosses this border as UTF-8.
typedef struct gm_editor gm_editor;

/// Why the line is to be drawn.
typedef enum { GM_PAINT_CHANGED, GM_PAINT_RESIZED, GM_PAINT_FRESH } gm_paint;

/// The keys that the caller answers itself.
typedef enum {
    GM_COMPLETE, GM_COMPLETE_BACK, GM_ACCEPT, GM_NEWLINE, GM_SEARCH, GM_RIGHT, GM_END, GM_UP, GM_DOWN, GM_PASTE, GM_CLEAR,
    GM_COMMANDS
} gm_command;

/// What the caller's answer to a key was.
typedef enum {
    GM_DONE,      ///< The line may have changed.
    GM_BEEP,      ///< Nothing could be done.
    GM_DEFAULT,   ///< Let libedit do what the key does without us.
    GM_FINISH,    ///< The line is complete.
    GM_CANCEL     ///< The line was interrupted or its input ended; `gm_editor_read` returns.
} gm_after;

/// How a line ended.
typedef enum { GM_LINE, GM_END_OF_INPUT, GM_INTERRUPTED } gm_outcome;

typedef struct {
    void *context;
    void (*paint)(void *context, gm_paint why);
    gm_after (*command)(void *context, gm_command command);
} gm_callbacks;

/// Sets the character type of the process to a UTF-8 locale: the environment's, else C.UTF-8. False where there is none.
bool gm_use_utf8_locale(void);

/// Opens an editor on standard input and output, which must be terminals. NULL where libedit cannot or may not edit
/// (`edit off` in `~/.editrc`).
gm_editor *gm_editor_open(const char *program, gm_callbacks callbacks);
void gm_editor_close(gm_editor *);

/// Reads one line. The terminal is raw while it runs and as it was when it returns.
gm_outcome gm_editor_read(gm_editor *);

/// The line: `length` bytes, the cursor before byte `cursor`. Valid until the next call on the editor.
const char *gm_editor_line(gm_editor *, size_t *length, size_t *cursor);
void gm_editor_replace(gm_editor *, const char *text, size_t length, size_t cursor);
void gm_editor_insert(gm_editor *, const char *text, size_t length);

/// The text that the next line begins with; libedit empties its line when it begins to read.
void gm_editor_prefill(gm_editor *, const char *text, size_t length);

/// Adds a line to what the history keys of libedit walk through.
void gm_editor_remember(gm_editor *, const char *text, size_t length);
/// Empties the history that the keys go through.
void gm_editor_forget(gm_editor *);

/// The next key as a code point (U+0080 for a lone Escape in vi mode), or a negative value: end of input, interrupted.
enum { GM_KEY_END = -1, GM_KEY_INTERRUPTED = -2 };
int32_t gm_editor_key(gm_editor *);
/// Gives a key back, so that libedit reads it next.
void gm_editor_push(gm_editor *, uint32_t key);
/// Whether a key comes within so many milliseconds.
bool gm_key_waiting(int milliseconds);
void gm_editor_beep(gm_editor *);

/// Catches SIGINT as a flag, and the signals that end a process so that the terminal is put back first.
void gm_catch_signals(void);
bool gm_interrupted(void);
void gm_clear_interrupt(void);

/// Runs `script` by the system's shell with two arguments and `text` on its standard input, and waits for its end. Its exit
/// status; -1 where it could not be started or a signal ended it.
int gm_page(const char *script, const char *first, const char *second, const char *text, size_t length);

/// The terminal's size in cells, 80 × 24 where it has none.
void gm_terminal_size(int *columns, int *rows);

#endif
