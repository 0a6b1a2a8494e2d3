package himalia.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process keeps what it was sent, and not without end. */
class KeptLibrariesTest {
    private static File file(ClassLoader kept) {
        return new File(URI.create(((URLClassLoader) kept).getURLs()[0].toString()));
    }

    @Test
    void theLastThatWereUsedStayAndOthersLeaveNoFile(@TempDir Path folder) throws Exception {
        var jar = folder.resolve("some.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("some.txt"));
        }
        var kept = new ArrayList<ClassLoader>();
        for (int i = 0; i < KeptLibraries.MOST; i++) {
            kept.add(KeptLibraries.keep("kept " + i, List.of(jar.toFile())));
        }
        assertThat(KeptLibraries.find("kept 0")).containsSame(kept.get(0));
        KeptLibraries.keep("kept more", List.of(jar.toFile()));
        assertThat(KeptLibraries.find("kept 0")).containsSame(kept.get(0));
        assertThat(file(kept.get(0))).exists();
        assertThat(KeptLibraries.find("kept 1")).isEmpty();
        assertThat(file(kept.get(1)).getParentFile()).doesNotExist();

        // One that cannot be deleted, as on Windows, hinders nobody.
        Files.delete(file(kept.get(2)).toPath());
        Files.createDirectories(file(kept.get(2)).toPath().resolve("held"));
        var next = KeptLibraries.keep("kept beside", List.of(jar.toFile()));
        assertThat(KeptLibraries.find("kept beside")).containsSame(next);
        assertThat(KeptLibraries.find("kept 2")).isEmpty();
    }
}
