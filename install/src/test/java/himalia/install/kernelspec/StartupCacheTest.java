package himalia.install.kernelspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {
    private static final InstalledJdk JDK_17 =
            new InstalledJdk(Path.of("/jdk-17"), 17, "17.0.15+6");

    @TempDir private Path folder;

    @BeforeEach
    void aDistribution() throws IOException {
        Files.writeString(folder.resolve("kernel.classpath"), "kernel.jar\nboth.jar\n");
        Files.writeString(folder.resolve("worker.classpath"), "worker.jar\nboth.jar\n");
        Files.createDirectory(folder.resolve("lib"));
        for (var jar : List.of("kernel", "worker", "both")) {
            Files.writeString(jar(jar), jar);
        }
    }

    @Test
    void theSameJdkAndJarsGiveTheSameFile() {
        assertThat(file(JDK_17, false)).isEqualTo(file(JDK_17, false));
        assertThat(file(JDK_17, false).getParent()).isEqualTo(folder.resolve("cache"));
        assertThat(name(JDK_17, false)).matches("kernel-17-[0-9a-f]{12}\\.jsa");
        assertThat(name(JDK_17, true)).matches("worker-17-[0-9a-f]{12}\\.jsa");
    }

    @Test
    void jdk25HasAnAheadOfTimeCacheForTheKernelAndAnArchiveForTheWorker() {
        var jdk = new InstalledJdk(Path.of("/jdk-25"), 25, "25.0.3+9");

        assertThat(name(jdk, false)).matches("kernel-25-[0-9a-f]{12}\\.aot");
        assertThat(name(jdk, true)).matches("worker-25-[0-9a-f]{12}\\.jsa");
        assertThat(new StartupCache(new Distribution(folder), jdk, false).use())
                .startsWith("-XX:AOTCache=" + file(jdk, false));
        assertThat(new StartupCache(new Distribution(folder), JDK_17, false).use())
                .startsWith("-XX:SharedArchiveFile=" + file(JDK_17, false));
    }

    @Test
    void anotherUpdateOrAnotherPlaceOfTheJdkGivesAnotherFile() {
        var update = new InstalledJdk(JDK_17.home(), 17, "17.0.16+8");
        var place = new InstalledJdk(Path.of("/other"), 17, JDK_17.version());

        for (boolean worker : new boolean[] {false, true}) {
            assertThat(List.of(file(update, worker), file(place, worker)))
                    .doesNotContain(file(JDK_17, worker))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aJarOfAnotherSizeOrTimeGivesAnotherFileToWhoeverHasIt() throws IOException {
        assertThat(changed("kernel")).isEqualTo(Map.of(false, true, true, false));
        assertThat(changed("worker")).isEqualTo(Map.of(false, false, true, true));
        assertThat(changed("both")).isEqualTo(Map.of(false, true, true, true));
    }

    /** Returns, for the kernel (false) and the worker (true), whether a change of the jar gives another file. */
    private Map<Boolean, Boolean> changed(String jar) throws IOException {
        var kernel = file(JDK_17, false);
        var worker = file(JDK_17, true);
        var time = Files.getLastModifiedTime(jar(jar));
        Files.writeString(jar(jar), jar + " of another size");
        Files.setLastModifiedTime(jar(jar), time);
        var size =
                Map.of(
                        false,
                        !file(JDK_17, false).equals(kernel),
                        true,
                        !file(JDK_17, true).equals(worker));
        Files.writeString(jar(jar), jar);
        Files.setLastModifiedTime(jar(jar), FileTime.fromMillis(time.toMillis() + 1000));
        assertThat(
                        Map.of(
                                false,
                                !file(JDK_17, false).equals(kernel),
                                true,
                                !file(JDK_17, true).equals(worker)))
                .isEqualTo(size);
        Files.setLastModifiedTime(jar(jar), time);
        assertThat(file(JDK_17, false)).isEqualTo(kernel);
        return size;
    }

    @Test
    void anotherOrderOfTheJarsGivesAnotherFile() throws IOException {
        var before = file(JDK_17, false);

        Files.writeString(folder.resolve("kernel.classpath"), "both.jar\nkernel.jar\n");

        assertThat(file(JDK_17, false)).isNotEqualTo(before);
    }

    private Path jar(String name) {
        return folder.resolve("lib").resolve(name + ".jar");
    }

    private Path file(InstalledJdk jdk, boolean worker) {
        return new StartupCache(new Distribution(folder), jdk, worker).file();
    }

    private String name(InstalledJdk jdk, boolean worker) {
        return file(jdk, worker).getFileName().toString();
    }
}
