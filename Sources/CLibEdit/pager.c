#define _GNU_SOURCE
#include "CLibEdit.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int gm_page(const char *script, const char *first, const char *second, const char *text, size_t length) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, &before);
    pid_t child = fork();
    if (child == 0) {
        /* Everything here is safe after fork, but for setenv: no other thread is in the middle of that. */
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        signal(SIGPIPE, SIG_DFL);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        setenv("LESSCHARSET", "utf-8", 0);
        execl("/bin/sh", "sh", "-c", script, "sh", first, second, (char *)NULL);
        _exit(127);
    }
    close(ends[0]);
    while (child > 0 && length > 0) {
        ssize_t n = write(ends[1], text, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        text += n;
        length -= (size_t)n;
    }
    close(ends[1]);
    int status = -1;
    if (child > 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    sigaction(SIGPIPE, &before, NULL);
    return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
