package himalia.kernel.cells;

import himalia.kernel.opened.OpenClasses;
import himalia.kernel.opened.PrivateNames;
import himalia.kernel.opened.PrivateUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    private OpenClasses open = OpenClasses.forNeighbours();

    /**
     * Opens a type; returns whether that is of use. Not to a source with a subclass of it, where names may mean what is open then.
     *
     * @param below the names of the type and of its subclasses
     */
    boolean add(Entry type, Set<String> below, String source) {
        return !isExtended(below, source) && types.add(type.owner() + "$" + type.name());
    }

    /** Returns whether texts name something that is private in a type which is not open yet. */
    boolean mayUse(Entry type, List<String> texts, Map<String, byte[]> files) {
        var owner = type.owner() + "$" + type.name();
        if (types.contains(owner)) {
            return false;
        }
        var hidden = new HashSet<String>();
        files.forEach(
                (name, file) -> {
                    if (isOf(owner, name)) {
                        hidden.addAll(PrivateNames.of(file));
                    }
                });
        var used = Pattern.compile("\\b(?:" + words(hidden) + ")\\b");
        return !hidden.isEmpty() && texts.stream().anyMatch(text -> used.matcher(text).find());
    }

    /** Returns whether a source has a subclass of one of the types. */
    static boolean isExtended(Set<String> types, String source) {
        var names = "\\b(?:" + words(types) + ")\\b";
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

    private static String words(Set<String> names) {
        return String.join("|", names).replace("$", "\\$");
    }

    private boolean isOpen(String name) {
        return types.stream().anyMatch(type -> isOf(type, name));
    }

    /** Whether a class is one, or in it. */
    private static boolean isOf(String type, String name) {
        return name.equals(type) || name.startsWith(type + "$");
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
}
