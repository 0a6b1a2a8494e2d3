package himalia.worker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of the user's that were being initialised while their cell was ended. An initialiser has half a second to
 * come to its end; one that was ended leaves a class that the JVM never lets anybody use again, and that is said.
 */
final class Initialisers {
    private static final Map<Long, Set<String>> NOTED = new ConcurrentHashMap<>();

    private Initialisers() {}

    /** Notes those that a stack is in. */
    static void note(long cell, StackTraceElement[] frames) {
        var found = UserFrames.initialised(frames);
        if (!found.isEmpty()) {
            NOTED.computeIfAbsent(cell, each -> new LinkedHashSet<>()).addAll(found);
        }
    }

    /** Returns those of a cell that cannot be used any more. */
    static List<String> broken(long cell) {
        var noted = NOTED.remove(cell);
        var broken = new ArrayList<String>();
        if (noted != null) {
            for (var name : noted) {
                if (isBroken(name)) {
                    broken.add(name);
                }
            }
        }
        return broken;
    }

    /** Returns what is to be said of them. */
    static String told(List<String> broken) {
        var names = new ArrayList<String>();
        for (var name : broken) {
            names.add(CellNames.shown(name));
        }
        return "The cell was ended while "
                + String.join(", ", names)
                + (broken.size() == 1
                        ? " was being initialised: it"
                        : " were being initialised: they")
                + " cannot be used any more. Run the cell that declares "
                + (broken.size() == 1 ? "it" : "them")
                + " again.\n";
    }

    private static boolean isBroken(String name) {
        try {
            Class.forName(name, true, Initialisers.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return false;
        } catch (LinkageError e) {
            return true;
        }
    }
}
