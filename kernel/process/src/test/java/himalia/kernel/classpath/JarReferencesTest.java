package himalia.kernel.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarReferencesTest {
    @TempDir private Path folder;

    /** Names one type in each way that a class file can. */
    abstract static class Sample extends java.util.TimerTask {
        List<java.util.zip.CRC32> inSignature = new ArrayList<>();

        abstract void inDescriptor(int before, java.util.BitSet[] set, java.util.Locale.Category c);
    }

    @Test
    void supertypesDescriptorsAndSignaturesAreFound() throws IOException, URISyntaxException {
        var references = new JarReferences(name -> name.startsWith("java.util"));
        assertThat(references.of(List.of(jarOf(Sample.class).toString())))
                .contains(
                        "java.util.TimerTask",
                        "java.util.zip.CRC32",
                        "java.util.BitSet",
                        "java.util.Locale.Category")
                .allMatch(name -> name.startsWith("java.util."))
                .doesNotContain("Ljava.util.BitSet");
        assertThat(references.of(List.of(root().toString()))).contains("java.util.zip.CRC32");
    }

    @Test
    void aJarIsReadOnceAndWhatIsNoneHasNothingToSay() throws IOException {
        var asked = new AtomicInteger();
        var references = new JarReferences(name -> asked.incrementAndGet() > 0);
        var jar = List.of(jarOf(Sample.class).toString());
        var first = references.of(jar);
        int before = asked.get();
        assertThat(references.of(jar)).isEqualTo(first);
        assertThat(asked.get()).isEqualTo(before);

        var text = Files.writeString(folder.resolve("no.jar"), "no jar");
        assertThat(references.of(List.of(text.toString(), folder.resolve("gone.jar").toString())))
                .isEmpty();
    }

    private static Path root() throws URISyntaxException {
        return Path.of(
                JarReferencesTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }

    private Path jarOf(Class<?> type) throws IOException {
        var jar = folder.resolve("sample.jar");
        var name = type.getName().replace('.', '/') + ".class";
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var content = type.getClassLoader().getResourceAsStream(name)) {
            assertThat(content).isNotNull();
            zip.putNextEntry(new ZipEntry("Broken.class"));
            zip.write(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0});
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
        }
        return jar;
    }
}
