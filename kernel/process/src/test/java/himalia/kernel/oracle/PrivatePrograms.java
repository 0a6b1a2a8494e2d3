package himalia.kernel.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random cells of types with private members and of what stands beside these and uses them. JShell refuses most of it, since it
 * makes a class of each declaration; what it means is said by javac, of all that is declared at a time in one class.
 */
final class PrivatePrograms {
    private static final int TYPES = 3;

    private final Random chance;
    private final Map<Integer, List<String>> cells = new LinkedHashMap<>();
    private final Map<Integer, String> strangers = new LinkedHashMap<>();
    private String counter = "int k() { return 1; }";
    private String base = "class B { int b = 1; }";

    PrivatePrograms(long seed) {
        chance = new Random(seed);
    }

    /** Returns what runs before all else. */
    String first() {
        return counter + "\n" + base;
    }

    /** Returns what runs next: a cell again, one that is changed, what all of them call or extend, or a stranger's. */
    String next() {
        int type = chance.nextInt(TYPES);
        var known = cells.get(type);
        if (chance.nextInt(5) == 0) {
            // It may come before the type.
            strangers.put(type, stranger(type));
            return strangers.get(type);
        }
        switch (known == null ? 6 : chance.nextInt(7)) {
            case 0, 1 -> {
                return String.join("\n", known);
            }
            case 2, 3 -> {
                int counted = chance.nextInt(90) + 10;
                counter =
                        chance.nextBoolean()
                                ? "int k() { return %d; }".formatted(counted)
                                : "long k() { return %dL; }".formatted(counted);
                return counter;
            }
            case 4 -> {
                base = "class B { int b = %d; }".formatted(chance.nextInt(90) + 10);
                return base;
            }
            case 5 -> {
                var changed = new ArrayList<>(known);
                changed.set(1, method(type));
                if (chance.nextBoolean()) {
                    changed.set(2, user(type));
                }
                cells.put(type, changed);
                return String.join("\n", changed);
            }
            default -> {
                var made = List.of(type(type), method(type), user(type));
                cells.put(type, made);
                return String.join("\n", made);
            }
        }
    }

    /** Returns all that is declared now. */
    List<String> declarations() {
        var all = new ArrayList<>(List.of(counter, base));
        cells.values().forEach(all::addAll);
        return all;
    }

    /** Returns what is declared beside none of the types. */
    List<String> strangers() {
        return strangers.entrySet().stream()
                .filter(each -> cells.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns what is asked of it, as somebody beside none of the types. */
    List<String> questions() {
        var all = new ArrayList<String>();
        for (var type : cells.keySet()) {
            all.add("g%1$d(new T%1$d(\"q\"))".formatted(type));
            all.add("new U%1$d().u(new T%1$d(\"r\"))".formatted(type));
            all.add("\"\" + new T%d(7).m(1)".formatted(type));
            if (strangers.containsKey(type)) {
                all.add("o%1$d(new T%1$d(\"s\")) + new O%1$d().u()".formatted(type));
            }
        }
        return all;
    }

    /** Returns what the cell of a type may ask itself. */
    String own(int type) {
        return "\"\" + " + use(type, "new T%d(%d)".formatted(type, chance.nextInt(9)));
    }

    /** Returns the types that there are. */
    List<Integer> types() {
        return List.copyOf(cells.keySet());
    }

    /** Returns the text of a type's cell. */
    String cell(int type) {
        return String.join("\n", cells.get(type));
    }

    private String type(int i) {
        int value = chance.nextInt(9);
        var members =
                new ArrayList<>(
                        List.of(
                                "private int f = %d;".formatted(value),
                                "final String how;",
                                "T%d(String how) { this.how = how; }".formatted(i),
                                "T%d(long n) { how = \"long\" + n; }".formatted(i),
                                "String m(Object o) { return \"open\" + o; }"));
        add(members, "private T%d(int n) { how = \"int\" + n; }".formatted(i));
        add(members, "private String m(int n) { return \"own\" + (n + f); }");
        add(members, "String m(long n) { return \"wide\" + n; }");
        members.add("static String s(long n) { return \"s\" + n; }");
        add(members, "private static String s(int n) { return \"own s\" + n; }");
        members.add(
                "private static class N%d { private String v = \"n\"; String w() { return v + v; } }"
                        .formatted(i));
        members.add("private N%1$d n() { return new N%1$d(); }".formatted(i));
        return "class T%d%s { %s }"
                .formatted(i, chance.nextBoolean() ? " extends B" : "", String.join(" ", members));
    }

    private void add(List<String> members, String member) {
        if (chance.nextInt(3) > 0) {
            members.add(member);
        }
    }

    private String method(int i) {
        return "String g%1$d(T%1$d t) { return %2$s + k(); }".formatted(i, use(i, "t"));
    }

    /** A class beside the type, or below it. */
    private String user(int i) {
        boolean below = chance.nextInt(4) == 0;
        return "class U%1$d%2$s { %3$sString u(T%1$d t) { return %4$s + k(); } }"
                .formatted(
                        i,
                        below ? " extends T" + i : "",
                        below ? "U%d() { super(\"up\"); } ".formatted(i) : "",
                        use(i, "t"));
    }

    /** To whom nothing private is known, whenever the type comes. */
    private static String stranger(int i) {
        return "String o%1$d(T%1$d t) { return t.m(1) + T%1$d.s(2) + k(); }\n".formatted(i)
                + "class O%1$d { String u() { return new T%1$d(3).how + new T%1$d(4) { }.how + k(); } }"
                        .formatted(i);
    }

    private String use(int i, String object) {
        return switch (chance.nextInt(8)) {
            case 0 -> object + ".m(1)";
            case 1 -> "\"\" + (" + object + ".f += 2)";
            case 2 -> "T%d.s(%d)".formatted(i, chance.nextInt(5));
            case 3 -> "new T%d(%d).how".formatted(i, chance.nextInt(5));
            case 4 -> object + ".n().v";
            case 5 -> "new T%1$d.N%1$d().w()".formatted(i);
            case 6 ->
                    "java.util.stream.Stream.of(3).map(T%d::s).toList()".formatted(i)
                            + ".toString()";
            default ->
                    "java.util.stream.Stream.of(" + object + ").map(x -> x.m(2)).toList().get(0)";
        };
    }
}
