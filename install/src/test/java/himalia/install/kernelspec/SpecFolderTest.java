package himalia.install.kernelspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFolderTest {
    @TempDir private Path folder;

    @Test
    void aSpecIsWrittenWithItsLogosAndNothingElse() throws IOException {
        var target = new SpecFolder(folder).install(spec("himalia"));

        try (var files = Files.list(target)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "kernel.json", "logo-svg.svg", "logo-32x32.png", "logo-64x64.png");
        }
        assertThat(Files.readString(target.resolve("kernel.json")))
                .isEqualTo(
                        """
                        {
                          "argv": [
                            "/jdk/bin/java",
                            "-Dhimalia.home=/opt/a=b",
                            "himalia.kernel.Main",
                            "{connection_file}"
                          ],
                          "display_name": "Java 17 (Himalia)",
                          "language": "java",
                          "interrupt_mode": "message",
                          "env": {},
                          "metadata": {
                            "debugger": true,
                            "supported_encryption": [
                              "curve"
                            ]
                          }
                        }
                        """);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void installingAgainReplacesOurOwn() throws IOException {
        var specs = new SpecFolder(folder);
        specs.install(spec("himalia"));
        specs.install(spec("himalia"));

        assertThat(specs.list()).extracting(SpecFolder.Installed::name).containsExactly("himalia");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        var specs = new SpecFolder(folder);
        specs.install(spec("himalia"));

        assertThat(specs.list().get(0).missing()).contains(Path.of("/jdk/bin/java"));
    }

    @Test
    void anotherKernelIsNeitherReplacedNorRemoved() throws IOException {
        var other = Files.createDirectories(folder.resolve("java"));
        Files.writeString(
                other.resolve("kernel.json"),
                "{\"argv\": [\"ijava\"], \"display_name\": \"Java\"}");
        var specs = new SpecFolder(folder);

        assertThatThrownBy(() -> specs.install(spec("java")))
                .hasMessage(
                        "the kernel in %s is not Himalia's; choose another --name, or remove it first",
                        other);
        assertThatThrownBy(() -> specs.uninstall("java"))
                .hasMessage("the kernel in %s is not Himalia's, so it is left alone", other);
        assertThat(specs.list()).isEmpty();
    }

    @Test
    void removingLeavesNothing() throws IOException {
        var specs = new SpecFolder(folder);
        specs.install(spec("himalia"));

        assertThat(specs.uninstall("himalia")).isPresent();
        assertThat(specs.uninstall("himalia")).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void namesAreThoseThatJupyterAccepts() {
        for (var name : List.of("A b", "", "..", "a/b", "JAVA")) {
            assertThatThrownBy(() -> spec(name))
                    .hasMessage(
                            "a kernel's name is made of a-z, 0-9, '.', '_' and '-', got '%s'",
                            name);
        }
        assertThat(spec("java-17_x.1").name()).isEqualTo("java-17_x.1");
    }

    private static KernelSpec spec(String name) {
        return new KernelSpec(
                name,
                "Java 17 (Himalia)",
                List.of(
                        "/jdk/bin/java",
                        "-Dhimalia.home=/opt/a=b",
                        "himalia.kernel.Main",
                        "{connection_file}"));
    }
}
