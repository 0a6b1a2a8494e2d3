package himalia.magics.session;

import himalia.magics.spi.Apart;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the JVM that runs the cells, or starts another one. */
@Apart
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
            description =
                    "Options of the JVM, several in quotes: \"-Dname=value -XX:+UseZGC\"; may be repeated.")
    private List<String> own = List.of();

    @Option(names = "--jdk", paramLabel = "FOLDER", description = "The JDK to run it on.")
    private @Nullable Path jdk;

    @Option(
            names = "--debugger",
            paramLabel = "on|off",
            description =
                    "Whether it can be debugged: on (as it starts), or off: exceptions are thrown up to some twenty times as"
                            + " fast, loops inside libraries cannot be interrupted from JDK 20 up.")
    private @Nullable Switch debugger;

    /** On or off. */
    enum Switch {
        on,
        off
    }

    @Option(names = "--restart", description = "Starts a new one as the old one was.")
    private boolean restart;

    @Option(
            names = "--verbose",
            description = "Shows also the options that it has of Himalia's own.")
    private boolean verbose;

    @Override
    public JvmReport run(Notebook notebook) {
        var options = new JvmChange();
        if (heap != null) {
            options.heap(heap);
        }
        if (debugger != null) {
            options.debugger(debugger.name());
        }
        options.options(JvmOptions.of(own));
        var change = new HashMap<>(options.question());
        if (jdk != null) {
            change.put("java", Jdk.program(notebook, jdk));
        }
        if (restart || !change.isEmpty()) {
            change.put("restart", true);
        }
        return JvmReport.of(notebook.ask("jvm", change), verbose);
    }
}
