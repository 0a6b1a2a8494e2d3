package himalia.install.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** What the command line is started with, which no test of a class in it sees: those have the whole library beside them. */
@Tag("kernel")
class InstallPathTest {
    private static final Path HOME = Path.of(System.getProperty("himalia.home"));

    @Test
    void everyClassOfOursThatItNamesIsOnItsPath() throws IOException {
        var there = new HashSet<String>();
        for (var jar : Files.readAllLines(HOME.resolve("install.classpath"))) {
            try (var file = new JarFile(HOME.resolve("lib").resolve(jar).toFile())) {
                file.stream()
                        .map(entry -> entry.getName().replace(".class", ""))
                        .forEach(there::add);
            }
        }
        var named = new TreeSet<String>();
        try (var jars = Files.list(HOME.resolve("lib"))) {
            for (var jar :
                    jars.filter(each -> each.toString().contains("himalia-install-")).toList()) {
                named.addAll(named(jar));
            }
        }
        assertThat(named).isNotEmpty();
        named.removeAll(there);
        assertThat(named).isEmpty();
    }

    /** The classes of ours that classes of a jar name, but for those that put the whole together at build time. */
    private static Set<String> named(Path jar) throws IOException {
        var named = new TreeSet<String>();
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                var name = entry.getName();
                if (!name.endsWith(".class") || name.startsWith("himalia/install/assembly/")) {
                    continue;
                }
                var reader = new ClassReader(file.getInputStream(entry).readAllBytes());
                var buffer = new char[reader.getMaxStringLength()];
                for (int i = 1; i < reader.getItemCount(); i++) {
                    int at = reader.getItem(i);
                    if (at > 0 && reader.readByte(at - 1) == 7) {
                        named.add(reader.readUTF8(at, buffer));
                    }
                }
            }
        }
        named.removeIf(name -> !name.startsWith("himalia/"));
        return named;
    }
}
