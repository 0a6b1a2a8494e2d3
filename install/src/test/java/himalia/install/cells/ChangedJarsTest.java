package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no jars, and jars that are made anew, damaged or deleted while a session has them. */
@Tag("kernel")
@Timeout(120)
class ChangedJarsTest {
    @TempDir private Path folder;

    @Test
    void aFileThatIsNoJarIsRefusedBeforeAnythingIsKept() throws IOException {
        Files.writeString(folder.resolve("bad.jar"), "junk");
        Files.writeString(folder.resolve("empty.jar"), "");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        make(1);
        try (var kernel = LiveKernel.in(folder)) {
            var bad = folder.toRealPath().resolve("bad.jar");
            assertThat(kernel.failure("%jars v.jar bad.jar"))
                    .isEqualTo(
                            "Error: %jars: "
                                    + bad
                                    + " is no jar: it cannot be read as an archive; nothing was added");
            assertThat(kernel.failure("%classpath empty.jar"))
                    .contains("empty.jar is no jar: it is empty");
            assertThat(kernel.failure("%classpath pom.xml")).contains("pom.xml is no jar");
            assertThat(kernel.value("%jars")).isEqualTo("[]");
            assertThat(kernel.failure("v.V.n()")).contains("package v does not exist");
            assertThat(kernel.value("%jars v.jar; v.V.n()")).isEqualTo("1");
        }
    }

    @Test
    void aJarThatIsMadeAnewIsTakenByANewProcessAndNotBefore() throws IOException {
        make(1);
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value("%jars v.jar");
            assertThat(kernel.value("v.V.n()")).isEqualTo("1");
            assertThat(kernel.run("%jars v.jar").stderr()).isEmpty();

            make(22);
            assertThat(kernel.run("%jars v.jar").stderr())
                    .isEqualTo(
                            "v.jar has changed since it was loaded; %jvm --restart takes it as it is now.\n");
            assertThat(kernel.value("v.V.n()")).isEqualTo("1");
            kernel.value("%jvm --restart");
            assertThat(kernel.value("v.V.n() + v.V.new22()")).isEqualTo("44");
            assertThat(kernel.run("%jars v.jar").stderr()).isEmpty();
        }
    }

    @Test
    void aJarThatIsDamagedOrDeletedIsNamedAndFailsNoOtherCell() throws IOException {
        make(1);
        var jar = folder.toRealPath().resolve("v.jar");
        try (var kernel = LiveKernel.in(folder)) {
            kernel.value("%jars v.jar");
            kernel.value("int f() { return v.V.n(); }");
            Files.writeString(jar, "junk");
            assertThat(kernel.run("%jvm --restart").stderr())
                    .endsWith(
                            jar
                                    + " is no jar any more: it cannot be read as an archive; its classes cannot be used"
                                    + " until it is made again, and %jvm --restart is run.\n");
            assertThat(kernel.value("%whos")).contains("[");
            assertThat(kernel.failure("v.V.n()")).contains("package v does not exist");

            Files.delete(jar);
            assertThat(kernel.run("%jvm --restart").stderr())
                    .endsWith(jar + " is not there any more; its classes cannot be used.\n");
            assertThat(kernel.value("1 + 1")).isEqualTo("2");

            make(3);
            assertThat(kernel.run("%jvm --restart").stderr()).doesNotContain("v.jar");
            assertThat(kernel.value("v.V.n()")).isEqualTo("3");
        }
    }

    private void make(int number) throws IOException {
        var source = folder.resolve("v/V.java");
        Files.createDirectories(folder.resolve("v"));
        Files.writeString(
                source,
                "package v; public class V { public static int n() { return %d; } public static int new%d() { return n(); } }"
                        .formatted(number, number));
        var words = List.of("--release", "17", source.toString());
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new));
        // A new file in its place, as builds make it: who has the old one open goes on with it.
        var fresh = folder.resolve("fresh.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            zip.putNextEntry(new ZipEntry("v/V.class"));
            Files.copy(folder.resolve("v/V.class"), zip);
        }
        Files.move(fresh, folder.resolve("v.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(source);
        Files.delete(folder.resolve("v/V.class"));
    }
}
