package himalia.kernel.workers;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a worker's JVM is started with. */
final class WorkerArguments {
    private WorkerArguments() {}

    static List<String> of(WorkerSettings settings, @Nullable DebugLine line, WorkerFolder folder) {
        var arguments = new ArrayList<String>();
        // Before the user's options: another folder that they name is the one.
        arguments.add(folder.option());
        arguments.addAll(settings.options());
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
}
