package himalia.magics.notebook;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows and sets environment variables, as far as a JVM can. */
@Command(
        name = "env",
        description =
                "Shows environment variables: all, or those whose names have a text in them. NAME=VALUE sets one for"
                        + " !commands and the next worker; a JVM cannot change its own.",
        footer = "Example: %%env OMP_NUM_THREADS=2")
public final class EnvMagic implements LineMagic<Map<String, String>> {
    @Parameters(
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "What to set, the value to the end of the line; or part of a name.")
    private List<String> words = List.of();

    @Override
    public Map<String, String> run(Notebook notebook) {
        var text = String.join(" ", words);
        int equals = text.indexOf('=');
        if (words.size() > 1 && !words.get(0).contains("=")) {
            throw new MagicException(
                    "'%s' is no name and no NAME=VALUE; to set %s write %%env %s=%s"
                            .formatted(
                                    text,
                                    words.get(0),
                                    words.get(0),
                                    String.join(" ", words.subList(1, words.size()))));
        }
        if (equals > 0) {
            var name = text.substring(0, equals);
            notebook.changeEnvironment(name, text.substring(equals + 1));
            notebook.display(
                    MimeBundle.plain(
                            name
                                    + " is set for !commands and the next worker (%jvm --restart);"
                                    + " System.getenv of this one stays as it was"));
            return Map.of(name, text.substring(equals + 1));
        }
        var found = new TreeMap<String, String>();
        notebook.environment()
                .forEach(
                        (name, value) -> {
                            if (name.contains(text)) {
                                found.put(name, value);
                            }
                        });
        return found;
    }
}
