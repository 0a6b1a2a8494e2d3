package himalia.kernel.cells;

import himalia.kernel.opened.OpenClasses;
import himalia.kernel.opened.PrivateUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Types of earlier cells whose private members a class may use: what was declared beside them saw these, and is compiled anew in
 * the class. The types stay where they are, with their objects.
 */
final class Opened {
    /** The full names of the types. */
    private final Set<String> types = new HashSet<>();

    /** Whether types are to go along instead: something is referred to that cannot be linked. */
    private boolean given;

    private OpenClasses open = OpenClasses.forNeighbours();

    /**
     * Opens a type; returns whether that is of use. Not to a source with a subclass of it, where names may mean what is open then.
     *
     * @param below the names of the type and of its subclasses
     */
    boolean add(Entry type, Set<String> below, String source) {
        return !given && !isExtended(below, source) && types.add(type.owner() + "$" + type.name());
    }

    /** Returns whether a source has a subclass of one of the types. */
    static boolean isExtended(Set<String> types, String source) {
        var names = "\\b(?:" + String.join("|", types).replace("$", "\\$") + ")\\b";
        return Pattern.compile("\\b(?:extends|implements)\\b[^{;]*" + names).matcher(source).find()
                || Pattern.compile("\\bnew\\s+" + names + "[^;{}]*\\)\\s*\\{")
                        .matcher(source)
                        .find();
    }

    /** Returns the files as the compiler is to see them. */
    Map<String, byte[]> seen(Map<String, byte[]> files) {
        if (types.isEmpty()) {
            return files;
        }
        open = OpenClasses.forNeighbours();
        var all = new HashMap<>(files);
        all.replaceAll((name, file) -> isOpen(name) ? open.of(file) : file);
        return all;
    }

    private boolean isOpen(String name) {
        return types.stream().anyMatch(type -> name.equals(type) || name.startsWith(type + "$"));
    }

    /** Returns files that were compiled against those, such that they run with the real ones. */
    Map<String, byte[]> linked(Map<String, byte[]> files) {
        if (types.isEmpty()) {
            return files;
        }
        var all = new HashMap<>(files);
        all.replaceAll((name, file) -> PrivateUse.linked(file, open));
        return all;
    }

    /** Opens nothing any more, where what was linked last refers to something that it cannot reach; returns whether it does. */
    boolean givesUp() {
        if (types.isEmpty() || !open.isBeyondReach()) {
            return false;
        }
        types.clear();
        given = true;
        return true;
    }
}
