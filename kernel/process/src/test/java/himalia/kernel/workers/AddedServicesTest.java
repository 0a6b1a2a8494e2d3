package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are added to a running worker bring services to parts of the JDK that have looked for them already. */
@Timeout(120)
class AddedServicesTest {
    private static final String DRIVER =
            """
            package tiny;
            import java.sql.*;
            public final class TinyDriver implements Driver {
                static {
                    try { DriverManager.registerDriver(new TinyDriver()); } catch (SQLException e) { throw new IllegalStateException(e); }
                }
                public Connection connect(String url, java.util.Properties info) throws SQLException {
                    if (!acceptsURL(url)) return null;
                    throw new SQLException("tiny was asked");
                }
                public boolean acceptsURL(String url) { return url.startsWith("jdbc:tiny:"); }
                public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) { return new DriverPropertyInfo[0]; }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public java.util.logging.Logger getParentLogger() { return null; }
            }
            """;

    private static final String READER =
            """
            package tiny;
            import java.util.Locale;
            import javax.imageio.ImageReader;
            import javax.imageio.spi.ImageReaderSpi;
            import javax.imageio.stream.ImageInputStream;
            public final class TinyReaderSpi extends ImageReaderSpi {
                public TinyReaderSpi() {
                    super("tiny", "1", new String[] {"tiny"}, new String[] {"tiny"}, new String[] {"image/tiny"}, "tiny.Reader",
                            new Class<?>[] {ImageInputStream.class}, null, false, null, null, null, null, false, null, null, null, null);
                }
                public boolean canDecodeInput(Object source) { return false; }
                public ImageReader createReaderInstance(Object extension) { return null; }
                public String getDescription(Locale locale) { return "tiny"; }
            }
            """;

    private static final String ASK =
            """
            String asked;
            try { java.sql.DriverManager.getConnection("jdbc:tiny:x"); asked = "connected"; } catch (java.sql.SQLException e) { asked = e.getMessage(); }
            asked
            """;

    @TempDir Path folder;

    /** Compiles one class, and returns the jar that offers it as a service. */
    private Path jar(String name, String source, String service) throws IOException {
        var file = folder.resolve(name + ".java");
        Files.writeString(file, source);
        var classes = folder.resolve("classes-" + name);
        var status =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), file.toString());
        assertThat(status).isZero();
        var jar = folder.resolve(name + ".jar");
        var entries =
                Map.of(
                        "tiny/" + name + ".class",
                        Files.readAllBytes(classes.resolve("tiny/" + name + ".class")),
                        "META-INF/services/" + service,
                        ("# ours\\ntiny." + name + " # the only one\\n")
                                .translateEscapes()
                                .getBytes(StandardCharsets.UTF_8));
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static void add(TestWorker worker, Path jar) throws Exception {
        worker.workers().addJars(List.of(jar.toString()));
        worker.interpreter().addJars(worker.count(), List.of(jar.toString()));
    }

    @Test
    void aDriverIsFoundThoughDriversHaveBeenLookedForBefore() throws Exception {
        var jar = jar("TinyDriver", DRIVER, "java.sql.Driver");
        try (var worker = new TestWorker()) {
            assertThat(worker.value(ASK)).isEqualTo("No suitable driver found for jdbc:tiny:x");

            add(worker, jar);

            assertThat(worker.value(ASK)).isEqualTo("tiny was asked");
        }
    }

    @Test
    void aDriverIsNotTouchedUntilSomebodyWantsOne() throws Exception {
        var jar = jar("TinyDriver", DRIVER, "java.sql.Driver");
        var loaded =
                "var find = ClassLoader.class.getDeclaredMethod(\"findLoadedClass\", String.class);\n"
                        + "find.setAccessible(true);\n"
                        + "find.invoke(ClassLoader.getPlatformClassLoader(), \"java.sql.DriverManager\") != null";
        try (var worker = new TestWorker()) {
            add(worker, jar);
            assertThat(worker.value(loaded)).isEqualTo("false");

            assertThat(worker.value(ASK)).isEqualTo("tiny was asked");
        }
    }

    @Test
    void aReaderOfPicturesIsFoundThoughReadersHaveBeenLookedForBefore() throws Exception {
        var jar = jar("TinyReaderSpi", READER, "javax.imageio.spi.ImageReaderSpi");
        var names = "List.of(javax.imageio.ImageIO.getReaderFormatNames()).contains(\"tiny\")";
        try (var worker = new TestWorker()) {
            assertThat(worker.value(names)).isEqualTo("false");

            add(worker, jar);

            assertThat(worker.value(names)).isEqualTo("true");
        }
    }
}
