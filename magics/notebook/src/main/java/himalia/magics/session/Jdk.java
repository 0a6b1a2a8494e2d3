package himalia.magics.session;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A JDK in a folder. */
final class Jdk {
    private Jdk() {}

    /** Returns its program, where it can run what the kernel's compiler makes. */
    static String program(Notebook notebook, Path path) {
        var folder = notebook.directory().resolve(path);
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        var program = folder.resolve("bin").resolve(windows ? "java.exe" : "java");
        if (!Files.isExecutable(program)) {
            throw new MagicException("%jvm: no JDK in " + folder + ": there is no " + program);
        }
        int feature = feature(folder);
        int compiler =
                notebook.ask("jvm", Map.of()) instanceof Map<?, ?> now
                                && now.get("compiler") instanceof Number version
                        ? version.intValue()
                        : Runtime.version().feature();
        if (feature > 0 && feature < compiler) {
            throw new MagicException(
                    "%jvm: the JDK in "
                            + folder
                            + " is version "
                            + feature
                            + " and cannot run what the compiler of version "
                            + compiler
                            + " makes; install a kernel on it: './himalia install' under that JDK");
        }
        return program.toString();
    }

    /** Returns the version that the JDK's own file tells; 0 where it does not. */
    private static int feature(Path folder) {
        var about = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("release"))) {
            about.load(in);
            var version = about.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }
}
