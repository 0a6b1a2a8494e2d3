package himalia.kernel.oracle;

import himalia.kernel.oracle.Expressions.Scope;
import himalia.kernel.oracle.Thing.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes a program by chance, over several cells: types, methods and variables that name each other, also such as are
 * declared later; their redefinitions; uses, and failures in the middle. The same seed gives the same program.
 */
final class Generator {
    private static final Scope ANYTHING = new Scope(List.of(), Integer.MAX_VALUE, false);
    private static final List<String> TYPES =
            List.of(
                    "int",
                    "int",
                    "int",
                    "long",
                    "String",
                    "double",
                    "boolean",
                    "int[]",
                    "List<Integer>");

    /** One of so many programs is about types above each other. */
    private static final int EACH = 8;

    private final long seed;
    private final Random chance;
    private final List<Thing> things = new ArrayList<>();

    /** What the cell declares; once is enough. */
    private final List<Thing> inCell = new ArrayList<>();

    private final Expressions expressions;
    private final Declarations declarations;

    Generator(long seed) {
        this.seed = seed;
        // The first numbers of neighbouring seeds are alike.
        this.chance = new Random(seed * 0x9E3779B97F4A7C15L);
        this.expressions = new Expressions(chance, things);
        this.declarations = new Declarations(chance, expressions, things);
    }

    /** Returns the program. */
    Sequence program() {
        if (Math.floorMod(seed, EACH) == 0) {
            return new Sequence("seed " + seed, new Hierarchies(chance).cells());
        }
        plan();
        var open = new ArrayList<>(things);
        Collections.shuffle(open, chance);
        var cells = new ArrayList<String>();
        while (!open.isEmpty() || cells.size() < 4) {
            cells.add(cell(open));
        }
        cells.add(cell(open));
        cells.add(cell(open));
        return new Sequence("seed " + seed, cells);
    }

    private void plan() {
        var kinds = Kind.values();
        int count = 2 + chance.nextInt(5);
        for (int i = 0; i < count; i++) {
            var kind = chance.nextInt(3) == 0 ? Kind.VARIABLE : kinds[chance.nextInt(kinds.length)];
            var letter = String.valueOf((char) ('a' + i));
            boolean small = kind == Kind.METHOD || kind == Kind.VARIABLE;
            var thing = new Thing(kind, small ? letter + "0" : "T" + letter, i);
            things.add(thing);
            change(thing, i);
        }
    }

    /** Makes it something else than it was, perhaps. */
    private void change(Thing thing, int below) {
        thing.more = chance.nextInt(3) == 0;
        if (thing.kind() == Kind.METHOD) {
            thing.type =
                    chance.nextInt(6) == 0 ? (chance.nextBoolean() ? "String" : "long") : "int";
        } else if (thing.kind() == Kind.VARIABLE) {
            var types = new ArrayList<>(TYPES);
            for (var each : things.subList(0, below)) {
                switch (each.kind()) {
                    case CLASS, RECORD -> types.addAll(List.of(each.name(), each.name()));
                    case GENERIC -> types.add(each.name() + "<Integer>");
                    default -> {}
                }
            }
            thing.type = types.get(chance.nextInt(types.size()));
        }
    }

    private String cell(List<Thing> open) {
        var items = new ArrayList<String>();
        inCell.clear();
        int count = 1 + chance.nextInt(4);
        var reached = new ArrayList<Thing.State>();
        for (int i = 0; i < count; i++) {
            if (reached.isEmpty() && chance.nextInt(14) == 0) {
                items.add(failure());
                things.forEach(each -> reached.add(each.state()));
            } else {
                items.add(item(open));
            }
        }
        if (chance.nextInt(3) > 0) {
            items.add(last());
        }
        withoutSemicolon(items);
        // What stands behind a failure is never declared.
        reached.forEach(Thing.State::restore);
        open.addAll(
                things.stream().filter(each -> !each.declared() && !open.contains(each)).toList());
        return String.join("\n", items);
    }

    /** Nobody has to end a cell with one; of two declarations one does. */
    private static void withoutSemicolon(List<String> items) {
        int last = items.size() - 1;
        var text = items.get(last);
        if (text.matches("[\\w.<>\\[\\]]+ \\w+ = .*;") && text.length() % 2 == 0) {
            items.set(last, text.substring(0, text.length() - 1));
        }
    }

    private String item(List<Thing> open) {
        int kind = chance.nextInt(20);
        if (kind < 11 && !open.isEmpty()) {
            var next = open.remove(open.size() - 1);
            makeReady(next);
            inCell.add(next);
            return declarations.of(next);
        }
        var declared =
                things.stream()
                        .filter(Thing::declared)
                        .filter(each -> !inCell.contains(each))
                        .toList();
        if (kind < 14 && !declared.isEmpty()) {
            var again = declared.get(chance.nextInt(declared.size()));
            boolean before = again.more;
            if (chance.nextInt(3) > 0) {
                change(again, again.rank());
            }
            if (again.more != before && again.kind() == Kind.RECORD) {
                forgetVariables(again);
            }
            makeReady(again);
            inCell.add(again);
            return declarations.of(again);
        }
        return statement();
    }

    /** An initialiser runs at once: what it makes has to be there. */
    private void makeReady(Thing thing) {
        if (thing.kind() == Kind.VARIABLE && !ready(thing)) {
            thing.type = "int";
        }
    }

    /** JShell drops a variable whose initialiser does not compile any more. */
    private void forgetVariables(Thing type) {
        for (var each : things) {
            if (each.kind() == Kind.VARIABLE && each.type.equals(type.name())) {
                each.forget();
            }
        }
    }

    private boolean ready(Thing variable) {
        var type = variable.type.replace("<Integer>", "");
        return things.stream().filter(each -> each.name().equals(type)).allMatch(Thing::usable);
    }

    private String statement() {
        var n = expressions.number(ANYTHING);
        var variables =
                things.stream()
                        .filter(each -> each.kind() == Kind.VARIABLE && each.usable())
                        .filter(each -> each.type.equals("int") || each.type.equals("long"))
                        .toList();
        if (!variables.isEmpty() && chance.nextBoolean()) {
            var name = variables.get(chance.nextInt(variables.size())).name();
            return chance.nextBoolean() ? name + " = " + n + ";" : name + " += " + n + ";";
        }
        return switch (chance.nextInt(5)) {
            case 0 -> "for (int i = 0; i < 2; i++) { System.out.print(" + n + " + \" \"); }";
            case 1 -> "if (" + expressions.truth(ANYTHING) + ") { System.out.println(\"yes\"); }";
            case 2 ->
                    "try { System.out.println(1 / (%s * 0)); } catch (ArithmeticException e) { System.out.println(e.getMessage()); }"
                            .formatted(n);
            case 3 -> "{ class Local { int v = " + n + "; } System.out.println(new Local().v); }";
            default -> "System.out.println(" + n + ");";
        };
    }

    private String failure() {
        return switch (chance.nextInt(4)) {
            case 0 ->
                    "if (true) { throw new IllegalStateException(\"no \" + "
                            + expressions.number(ANYTHING)
                            + "); }";
            case 1 -> "int bad" + chance.nextInt(3) + " = Integer.parseInt(\"x\");";
            case 2 ->
                    "System.out.println(new int[1]["
                            + chance.nextInt(3)
                            + "].length + \"\".charAt(1));";
            default -> "Object none = null; none.toString();";
        };
    }

    private String last() {
        var n = expressions.number(ANYTHING);
        var records =
                things.stream()
                        .filter(each -> each.kind() == Kind.RECORD && each.usable())
                        .toList();
        if (!records.isEmpty() && chance.nextInt(4) == 0) {
            return expressions.made(records.get(0), n);
        }
        return switch (chance.nextInt(12)) {
            case 0 -> expressions.text(ANYTHING);
            case 1 -> expressions.truth(ANYTHING);
            case 2 -> "new int[][] { { " + n + " }, {} }";
            case 3 -> "java.util.List.of(" + n + ", 2)";
            case 4 -> "(" + n + ")";
            case 5 -> "switch (Math.floorMod(" + n + ", 2)) { case 0 -> 1; default -> 2.5; }";
            case 6 -> "(char) ('a' + Math.floorMod(" + n + ", 26))";
            case 7 -> "System.out.println(" + n + ")";
            case 8 -> n + ";";
            case 9 -> "(long) " + n + " // the value";
            default -> n;
        };
    }
}
