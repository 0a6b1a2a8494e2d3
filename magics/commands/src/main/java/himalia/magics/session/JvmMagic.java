package himalia.magics.session;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the JVM that runs the cells, or starts another one. */
@Command(
        name = "jvm",
        description =
                "Shows the JVM that runs the cells; with options, starts a new one: variables are lost, types,"
                        + " methods and imports stay.",
        footer = {"Example: %%jvm --heap 8g", "%%replay then runs the session's cells again."})
public final class JvmMagic implements LineMagic<JvmReport> {
    @Option(names = "--heap", paramLabel = "SIZE", description = "The most memory: 512m, 8g.")
    private @Nullable String heap;

    @Option(
            names = "--options",
            paramLabel = "OPTIONS",
            split = "\\s+",
            description = "Options of the JVM, in quotes: \"-Dname=value -XX:+UseZGC\".")
    private List<String> options = List.of();

    @Option(names = "--jdk", paramLabel = "FOLDER", description = "The JDK to run it on.")
    private @Nullable Path jdk;

    @Option(names = "--restart", description = "Starts a new one as the old one was.")
    private boolean restart;

    @Override
    @SuppressWarnings("unchecked")
    public JvmReport run(Notebook notebook) {
        var change = new HashMap<String, Object>();
        if (heap != null) {
            if (!heap.matches("\\d+[kKmMgG]")) {
                throw new MagicException(
                        "%jvm: --heap takes a size such as 512m or 8g, got '" + heap + "'");
            }
            change.put("remove", List.of("-Xmx"));
            change.put("options", List.of("-Xmx" + heap));
        }
        if (!options.isEmpty()) {
            var all = new ArrayList<>((List<String>) change.getOrDefault("options", List.of()));
            all.addAll(options);
            change.put("options", all);
        }
        if (jdk != null) {
            change.put("java", Jdk.program(notebook, jdk));
        }
        if (restart || !change.isEmpty()) {
            change.put("restart", true);
        }
        return JvmReport.of(notebook.ask("jvm", change));
    }
}
