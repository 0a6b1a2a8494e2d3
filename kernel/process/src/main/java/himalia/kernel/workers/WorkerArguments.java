package himalia.kernel.workers;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a worker's JVM is started with. */
final class WorkerArguments {
    private static final String ON_IN_CELLS = "-ea:REPL...";

    /** What turns assertions on or off for all classes, or for those without a package, for which cells may be taken. */
    private static final Pattern ON_OR_OFF =
            Pattern.compile("-([ed])(?:a|nableassertions|isableassertions)(?::\\.\\.\\.)?");

    private WorkerArguments() {}

    static List<String> of(WorkerSettings settings, @Nullable DebugLine line, WorkerFolder folder) {
        var arguments = new ArrayList<String>();
        // Before the user's options: another folder that they name is the one.
        arguments.add(folder.option());
        arguments.addAll(heard(settings.options()));
        if (!settings.first().isEmpty()) {
            arguments.add(WorkerSettings.USERS_JARS);
        }
        if (line != null) {
            arguments.add(line.option());
        }
        arguments.add("-cp");
        arguments.add(String.join(File.pathSeparator, settings.firstPath()));
        arguments.add("himalia.worker.WorkerMain");
        arguments.add(folder.socket().toString());
        return arguments;
    }

    /** For a JVM a package weighs more than all classes: ours for the cells goes where the user turns them off behind it. */
    private static List<String> heard(List<String> options) {
        var heard = new ArrayList<String>();
        for (var option : options) {
            var word = ON_OR_OFF.matcher(option);
            if (word.matches()) {
                heard.removeIf(ON_IN_CELLS::equals);
                if (word.group(1).equals("e")) {
                    heard.add(ON_IN_CELLS);
                }
            }
            heard.add(option);
        }
        return heard;
    }
}
