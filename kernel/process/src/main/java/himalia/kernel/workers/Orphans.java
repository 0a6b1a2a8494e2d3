package himalia.kernel.workers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Ends what a worker left behind. A worker that is killed cannot end its children, and once it is gone they are nobody's;
 * but each has inherited a variable that names the worker. One that opened a session of its own ({@code setsid}) is meant to
 * stay. Where the system does not show the variables of a process (all but Linux), nothing is found.
 */
final class Orphans {
    /** The variable in the environment of a worker, and of all that it starts. */
    private static final String VARIABLE = "HIMALIA_WORKER";

    private static final Path PROCESSES = Path.of("/proc");

    /** The place of the session among the fields that follow a process's name. */
    private static final int SESSION = 3;

    private final String mark;

    private Orphans(String mark) {
        this.mark = mark;
    }

    /** Marks the environment of a worker that is about to start. */
    static Orphans of(Map<String, String> environment) {
        var name = UUID.randomUUID().toString();
        environment.put(VARIABLE, name);
        return new Orphans(VARIABLE + "=" + name);
    }

    /** Ends those that there are, and what they start meanwhile. */
    void end() {
        if (!Files.isReadable(PROCESSES.resolve("self/environ"))) {
            return;
        }
        Set<Long> ended = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (var process : ProcessHandle.allProcesses().toList()) {
                if (!ended.contains(process.pid()) && isOurs(process)) {
                    ended.add(process.pid());
                    more |= process.destroyForcibly();
                }
            }
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var folder = PROCESSES.resolve(Long.toString(process.pid()));
        try {
            var variables =
                    new String(
                            Files.readAllBytes(folder.resolve("environ")),
                            StandardCharsets.ISO_8859_1);
            return Arrays.asList(variables.split("\0")).contains(mark)
                    && session(folder).equals(session(PROCESSES.resolve("self")));
        } catch (IOException e) {
            // It has ended, or is another user's.
            return false;
        }
    }

    private static String session(Path folder) throws IOException {
        var line = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
        // The name stands in brackets and may hold any character.
        return line.substring(line.lastIndexOf(')') + 2).split(" ")[SESSION];
    }
}
