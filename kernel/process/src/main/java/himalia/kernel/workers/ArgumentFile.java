package himalia.kernel.workers;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments of a JVM in a file, as {@code java @file} reads them: no list of jars is too long for a command line. Empty ones
 * get lost there. */
final class ArgumentFile {
    private ArgumentFile() {}

    /** Writes them, and returns the argument that names the file. */
    static String write(Path file, List<String> arguments) throws IOException {
        var text =
                arguments.stream()
                        .map(ArgumentFile::quoted)
                        .collect(Collectors.joining(System.lineSeparator()));
        Files.writeString(file, text, charset());
        return "@" + file;
    }

    static String quoted(String argument) {
        var quoted = new StringBuilder("\"");
        for (char c : argument.toCharArray()) {
            switch (c) {
                case '\\', '"' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The launcher reads it as it reads a command line. */
    private static Charset charset() {
        var name = System.getProperty("sun.jnu.encoding", "");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
