package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows environment variables; a running JVM cannot change its own. */
@Command(
        name = "env",
        description = "Shows environment variables: all, or those whose names have a text in them.",
        footer = "A JVM cannot change its environment: set variables before Jupyter is started.")
public final class EnvMagic implements LineMagic<Map<String, String>> {
    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Part of a name.")
    private @Nullable String text;

    @Override
    public Map<String, String> run(Notebook notebook) {
        if (text != null && text.contains("=")) {
            throw new MagicException(
                    "%env: '"
                            + text
                            + "': a JVM cannot change its own environment; set the variable before Jupyter is"
                            + " started, or use System.setProperty for what libraries read");
        }
        var found = new TreeMap<String, String>();
        System.getenv()
                .forEach(
                        (name, value) -> {
                            if (text == null || name.contains(text)) {
                                found.put(name, value);
                            }
                        });
        return found;
    }
}
