package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jupyter's own tests of a kernel. */
@Tag("kernel")
class KernelConformanceTest {
    @TempDir private Path folder;

    @Test
    void jupytersOwnTestsPass() throws IOException, InterruptedException {
        var tools = PythonTools.orSkip();
        var environment = InstalledKernel.in(folder);
        try (var script =
                KernelConformanceTest.class.getResourceAsStream("kernel_conformance.py")) {
            Files.copy(Objects.requireNonNull(script), folder.resolve("kernel_conformance.py"));
        }

        var said =
                tools.run(
                        folder,
                        environment,
                        "",
                        List.of(tools.program("python").toString(), "kernel_conformance.py"));

        assertThat(said.words()).contains("test_kernel_info").endsWith("OK (skipped=2)\n");
        assertThat(said.status()).isZero();
    }
}
