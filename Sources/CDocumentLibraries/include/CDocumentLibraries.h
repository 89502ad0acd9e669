#ifndef GANGMU_CDOCUMENTLIBRARIES_H
#define GANGMU_CDOCUMENTLIBRARIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What reading foreign documents needs of libxml2, libarchive, iconv and outside tools, as bytes in and bytes out.
///
/// The libraries are opened when the first document asks for them, so that a run over plain text does not pay for them.
/// No function keeps state or hands out a pointer into its input; all may be called from several threads.

typedef enum {
    GM_READ,     ///< `data` holds the whole result.
    GM_MISSING,  ///< The library, tool, encoding or member is not there.
    GM_BROKEN,   ///< The input is damaged; `data` may hold what came before.
    GM_TOO_LARGE ///< The result is above the limit.
} gm_status;

/// A result; `gm_release` frees it.
typedef struct {
    uint8_t *data;
    size_t length;
    gm_status status;
} gm_result;

void gm_release(gm_result);

/// Text in the named encoding as UTF-8. Bytes that are no character become U+FFFD and are counted in `broken`.
gm_result gm_utf8(const char *encoding, const uint8_t *bytes, size_t length, size_t *broken);

/// The member `name` of a ZIP archive.
gm_result gm_zip_member(const uint8_t *bytes, size_t length, const char *name);

/// UTF-8 markup as records of one letter, a length of four bytes (little-endian) and as many bytes of text:
/// `E` element begins (local name), `A` attribute name, `V` its value, `T` text, `X` element ends.
/// HTML is repaired where it is broken; broken XML gives GM_BROKEN. Nothing outside the input is loaded.
gm_result gm_markup(const uint8_t *bytes, size_t length, bool html);

/// Runs a tool of the search path on `bytes` as its standard input, at most 60 s of processor time and 256 MiB of output.
/// `output` and `errors` are what it printed; the value is its exit status, -1 where it did not start or was ended.
int gm_run_tool(const char *const *arguments, const uint8_t *bytes, size_t length, gm_result *output, gm_result *errors);

/// Sets what was written to a part of a file out for the disk, without waiting for it.
void gm_begin_writing(int file, int64_t offset, int64_t length);

#endif
