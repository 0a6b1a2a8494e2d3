package himalia.kernel.classpath;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/** The user's jars as they were when the worker opened them: one that is written anew is another jar, or none. */
public final class AddedJars {
    /** As it is on the disk; of one that is gone both are 0. */
    private record Stamp(long length, long time) {
        static Stamp of(String jar) {
            var file = new File(jar);
            return new Stamp(file.length(), file.lastModified());
        }
    }

    private final Map<String, Stamp> loaded = new LinkedHashMap<>();
    private final Map<String, Stamp> sound = new HashMap<>();
    private final Set<String> processors = new HashSet<>();

    /** Refuses files that are no jars, all of them or none: one that cannot be read would fail every later cell. */
    public static void check(List<String> files) {
        for (var file : files) {
            var why = damage(file);
            if (!why.isEmpty()) {
                throw new IllegalArgumentException(
                        file + " is no jar: " + why + "; nothing was added");
            }
        }
    }

    /** Says what is wrong with a file; nothing where it is a jar, a folder, or is not there. */
    private static String damage(String name) {
        var file = new File(name);
        if (!file.isFile()) {
            return "";
        }
        if (file.length() == 0) {
            return "it is empty";
        }
        try (var zip = new ZipFile(file)) {
            return "";
        } catch (IOException e) {
            return "it cannot be read as an archive";
        }
    }

    /** Notes jars that the worker has opened now, and returns what the user should know of them. */
    public synchronized List<String> add(List<String> jars) {
        var notes = new ArrayList<String>();
        for (var jar : jars) {
            var before = loaded.putIfAbsent(jar, Stamp.of(jar));
            if (before != null && isFile(jar) && !before.equals(Stamp.of(jar))) {
                notes.add(
                        name(jar)
                                + " has changed since it was loaded; %jvm --restart takes it as it is now.");
            }
            if (processors.add(jar)) {
                AnnotationProcessors.notice(jar).ifPresent(notes::add);
            }
        }
        return notes;
    }

    /** Returns those that nobody opened yet, and the folders, in which there may be more than there was. */
    public synchronized List<String> unread(List<String> jars) {
        return jars.stream().filter(jar -> !isFile(jar) || !loaded.containsKey(jar)).toList();
    }

    /** Notes that a new worker opened them all, and returns those that are not what they were. */
    public synchronized List<String> openedAnew() {
        var changed = new ArrayList<String>();
        loaded.replaceAll(
                (jar, before) -> {
                    var now = Stamp.of(jar);
                    // Of a folder the time says little, and it is read when it is needed.
                    if (!now.equals(before) && !new File(jar).isDirectory()) {
                        changed.add(jar);
                    }
                    return now;
                });
        return changed;
    }

    /** Says of jars that a new worker opened which of them it could not open. */
    public static List<String> missing(List<String> jars) {
        var notes = new ArrayList<String>();
        for (var jar : jars) {
            if (!new File(jar).exists()) {
                notes.add(jar + " is not there any more; its classes cannot be used.");
            } else if (!damage(jar).isEmpty()) {
                notes.add(
                        jar
                                + " is no jar any more: "
                                + damage(jar)
                                + "; its classes cannot be used until it is made again, and %jvm --restart is run.");
            }
        }
        return notes;
    }

    /** Returns the list without files that are no jars, over which the compiler would refuse every cell. */
    synchronized List<String> readable(List<String> jars) {
        return jars.stream().filter(this::isReadable).toList();
    }

    private boolean isReadable(String jar) {
        var now = Stamp.of(jar);
        if (now.equals(sound.get(jar))) {
            return true;
        }
        boolean readable = damage(jar).isEmpty();
        if (readable) {
            sound.put(jar, now);
        }
        return readable;
    }

    /** Forgets what was loaded. */
    synchronized void clear() {
        loaded.clear();
    }

    private static boolean isFile(String jar) {
        return new File(jar).isFile();
    }

    private static String name(String jar) {
        return new File(jar).getName();
    }
}
