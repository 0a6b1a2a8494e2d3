package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands and scripts of the shell, on the real kernel. */
@Tag("kernel")
@Timeout(120)
class ShellMagicsTest {
    private static final String CHILDREN =
            "ProcessHandle.current().descendants().map(ProcessHandle::pid).toList()";

    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!echo begun; sleep 1000",
                "%%bash\necho begun\nsleep 1000 | cat\necho never",
                "%%bash\nsleep 1000 &\necho begun\nwait"
            })
    void anInterruptEndsTheCommandAtOnceAndKeepsTheWorker(String code) throws Exception {
        var worker = kernel.value("ProcessHandle.current().pid()");
        var result = kernel.runUntilPrinted(code);

        var failure = result.failure().orElseThrow();
        assertThat(failure.toString()).contains("nterrupted").doesNotContain("given up");
        assertThat(result.stdout()).isEqualTo("begun\n");
        var left = kernel.value(CHILDREN);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!left.equals(List.of().toString())) {
            assertThat(System.nanoTime()).as("%s still run", left).isLessThan(end);
            left = kernel.value(CHILDREN);
        }
        assertThat(kernel.value("ProcessHandle.current().pid()")).isEqualTo(worker);
        assertThat(
                        kernel.value(
                                "Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith(\"cell\")).map(Thread::getName).toList()"))
                .isEqualTo("[cell]");
    }

    @Test
    void aBashCellUnderstandsWhatOnlyBashDoes() {
        assertThat(kernel.run("%%bash\n[[ abc == a* ]] && echo {1..3}").stdout())
                .isEqualTo("1 2 3\n");
    }
}
