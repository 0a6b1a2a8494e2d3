package himalia.install.kernelspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageListTest {
    @TempDir private Path folder;

    @BeforeEach
    void aDistribution() throws IOException {
        for (var name : List.of("kernel.classpath", "worker.classpath")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("cache"));
    }

    @Test
    void itHasTheClassesThatTheModuleHasButThoseWithoutAName() throws IOException {
        var list = new PackageList(new Distribution(folder), InstalledJdk.running());
        assertThat(list.isCurrent()).isFalse();
        list.write();
        assertThat(list.isCurrent()).isTrue();

        var lines = Files.readAllLines(list.file());
        var image = Path.of(System.getProperty("java.home"), "lib", "modules");
        assertThat(lines.get(0))
                .isEqualTo(Files.size(image) + " " + Files.getLastModifiedTime(image).toMillis());
        assertThat(lines.get(lines.size() - 1)).isEqualTo("end");
        var listed = new TreeSet<String>();
        for (var line : lines.subList(1, lines.size() - 1)) {
            var words = line.split(" ");
            for (var name : List.of(words).subList(1, words.length)) {
                listed.add(words[0] + "." + name);
            }
        }
        assertThat(listed)
                .isEqualTo(named())
                .contains("java.util.Map$Entry", "java.lang.Object", "java.time.LocalDate")
                .doesNotContain("java.util.AbstractMap$1");
    }

    @Test
    void aPackageIsListedThatHasPackagesAlone() throws IOException {
        var list = new PackageList(new Distribution(folder), InstalledJdk.running());
        list.write();

        assertThat(Files.readAllLines(list.file())).contains("java ").doesNotContain(" ");
    }

    /** What the module itself lists, read in another way. */
    private static Set<String> named() throws IOException {
        try (var module = ModuleFinder.ofSystem().find("java.base").orElseThrow().open();
                var files = module.list()) {
            return files.filter(file -> file.startsWith("java/") && file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .filter(name -> !name.matches(".*\\$\\d+\\w*"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aJdkWithoutAnImageHasNone() throws IOException {
        var list = new PackageList(new Distribution(folder), new InstalledJdk(folder, 17, "17"));
        list.write();

        assertThat(list.file()).doesNotExist();
        assertThat(list.isCurrent()).isTrue();
    }

    @Test
    void afterAnUpdateInPlaceItIsOfAnotherImage() throws IOException {
        var list = new PackageList(new Distribution(folder), InstalledJdk.running());
        Files.writeString(list.file(), "1 2\njava.lang Object\nend\n");

        assertThat(list.isCurrent()).isFalse();
    }
}
