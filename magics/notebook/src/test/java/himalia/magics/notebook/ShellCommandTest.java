package himalia.magics.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ShellCommandTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();

    @TempDir private Path folder;

    private Object bash(String script) throws Exception {
        return catalog.cell(notebook, "bash", List.of(), script);
    }

    private String printed(String script) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        var stdout = System.out;
        var kept = new ByteArrayOutputStream();
        System.setOut(new PrintStream(kept, true, StandardCharsets.UTF_8));
        try {
            bash(script);
        } finally {
            System.setOut(stdout);
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aBashCellRunsInBash() throws Exception {
        assertThat(
                        printed(
                                "words=(one two); [[ ${words[1]} == t* ]] && echo {1..3} \"${words[-1]}\"\nexit 0"))
                .isEqualTo("1 2 3 two\n");
    }

    @Test
    void aBashCellWithoutBashSaysWhatToDo() {
        notebook.changeEnvironment("PATH", folder.toString());

        assertThatThrownBy(() -> bash("echo"))
                .isInstanceOf(MagicException.class)
                .hasMessage(
                        "%%bash: there is no bash on the PATH ("
                                + folder
                                + "); install it, or use !command, which runs in /bin/sh");
    }

    @Test
    void aCommandThatFailsSaysItsStatus() {
        assertThatThrownBy(() -> catalog.line(notebook, "sh", List.of("exit 3")))
                .hasMessage("!exit 3 ended with status 3");
        assertThatThrownBy(() -> catalog.line(notebook, "sx", List.of("exit 3")))
                .hasMessage("!exit 3 ended with status 3");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        assertThatThrownBy(() -> bash("\nexit 4\n"))
                .hasMessage("%%bash: exit 4 ended with status 4");
    }

    @Test
    void anInterruptEndsTheShellAndWhatItStarted() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        var pids = folder.resolve("pids");
        var task =
                new FutureTask<>(
                        () -> bash("sleep 1000 & sleep 1000 & echo $$ $! >" + pids + "; wait"));
        var cell = new Thread(task);
        cell.start();
        while (Files.notExists(pids) || Files.readString(pids).isBlank()) {
            Thread.onSpinWait();
        }
        var family = List.of(Files.readString(pids).strip().split(" "));

        cell.interrupt();

        assertThatThrownBy(() -> task.get(60, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(InterruptedException.class);
        for (var pid : family) {
            var process = ProcessHandle.of(Long.parseLong(pid));
            while (process.isPresent() && process.get().isAlive()) {
                Thread.onSpinWait();
            }
        }
    }
}
