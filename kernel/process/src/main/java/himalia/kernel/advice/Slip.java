package himalia.kernel.advice;

import himalia.display.bundle.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name that is written a little differently from one that there is: whether that is a slip, or another name. */
final class Slip {
    /** Letters of a name that may be short by chance, and of one that is not. */
    private static final int SHORT = 4;

    private static final int LONG = 9;

    private Slip() {}

    /** Of a letter or two another one is no slip, of more one in three may be; who numbers names means each of them. */
    static Optional<String> nearest(String name, Collection<String> known) {
        int most = name.length() < 3 ? 0 : name.length() / 3;
        return Nearest.to(
                name, known.stream().filter(each -> !isNumbered(each, name)).toList(), most);
    }

    /** Returns the package that is meant: each name of it is the one that is written, or near to it. */
    static Optional<String> nearestPath(String path, Collection<String> known) {
        var names = path.split("\\.");
        var alike =
                known.stream()
                        .filter(each -> each.split("\\.").length == names.length)
                        .filter(each -> areNear(names, each.split("\\.")))
                        .toList();
        return Nearest.to(path, alike, path.length());
    }

    private static boolean areNear(String[] names, String[] others) {
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(others[i]) && nearest(names[i], List.of(others[i])).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the type of a library that is meant: there are so many that one is like every name. */
    static Optional<String> nearestOfMany(String name, Collection<String> known) {
        int most = name.length() < LONG ? 1 : 2;
        return Nearest.to(
                name,
                known.stream()
                        .filter(each -> !isNumbered(each, name))
                        .filter(each -> name.length() > SHORT || hasSameLetters(name, each))
                        .toList(),
                most);
    }

    /** Whether a type that is declared here may be meant: not Items that has an Item, and no SoldItem either. */
    static boolean mayBe(String name, String declared, String source) {
        return !declared.equals(name)
                && !declared.equals(name + "s")
                && !name.equals(declared + "s")
                && !declared.endsWith(name)
                && !name.endsWith(declared)
                && !isBelow(declared, name, source);
    }

    /** Whether a method that is missing may be the one in whose body it is called: only where nearly every letter agrees. */
    static boolean isOwn(String name, String own, String kind) {
        return kind.equals("method")
                && own.length() > SHORT
                && own.charAt(0) == name.charAt(0)
                && !own.equals(name + "s")
                && !name.equals(own + "s")
                && !isNumbered(own, name)
                && Nearest.to(name, List.of(own), 1).isPresent();
    }

    private static boolean isNumbered(String one, String other) {
        return !one.equals(other)
                && (one + other).matches(".*\\d.*")
                && one.replaceAll("\\d+$", "").equals(other.replaceAll("\\d+$", ""));
    }

    static boolean hasSameLetters(String one, String other) {
        return Arrays.equals(
                one.chars().map(Character::toLowerCase).sorted().toArray(),
                other.chars().map(Character::toLowerCase).sorted().toArray());
    }

    /** Whether a type is being declared that has another one above it: nothing is above itself. */
    private static boolean isBelow(String type, String above, String source) {
        return Pattern.compile(
                        "\\b%s\\b[^{};]*\\b(?:extends|implements)\\b[^{};]*\\b%s\\b"
                                .formatted(Pattern.quote(type), Pattern.quote(above)))
                .matcher(source)
                .find();
    }
}
