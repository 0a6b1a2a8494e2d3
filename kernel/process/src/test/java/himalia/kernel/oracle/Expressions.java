package himalia.kernel.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes expressions that use what a generated program declares. */
final class Expressions {
    private static final int DEEPEST = 2;

    private final Random chance;
    private final List<Thing> things;
    private final Set<Thing> named = new LinkedHashSet<>();
    private int parameters;

    /**
     * What an expression may name.
     *
     * @param locals variables and parameters that are whole numbers
     * @param rank things below it alone
     * @param early whether also what is not declared yet
     */
    record Scope(List<String> locals, int rank, boolean early) {
        Scope {
            locals = List.copyOf(locals);
        }
    }

    Expressions(Random chance, List<Thing> things) {
        this.chance = chance;
        this.things = things;
    }

    /** Returns what was named since the last call. */
    Set<Thing> named() {
        var all = new LinkedHashSet<>(named);
        named.clear();
        return all;
    }

    /** Notes that something is named. */
    void name(Thing thing) {
        named.add(thing);
    }

    /** Returns a whole number. */
    String number(Scope scope) {
        return number(scope, 0);
    }

    /** Returns a text. */
    String text(Scope scope) {
        return switch (chance.nextInt(4)) {
            case 0 -> "\"t" + chance.nextInt(10) + "\"";
            case 1 -> "\"<\" + " + number(scope, 1) + " + \">\"";
            case 2 -> "String.valueOf(" + number(scope, 1) + ")";
            default -> "\"ab\".repeat(Math.floorMod(" + number(scope, 2) + ", 3))";
        };
    }

    /** Returns a truth. */
    String truth(Scope scope) {
        return number(scope, 1) + (chance.nextBoolean() ? " > " : " == ") + number(scope, 2);
    }

    private String number(Scope scope, int depth) {
        if (depth >= DEEPEST || chance.nextInt(5) == 0) {
            return leaf(scope);
        }
        var usable = usable(scope);
        if (!usable.isEmpty() && chance.nextInt(3) > 0) {
            return of(usable.get(chance.nextInt(usable.size())), scope, depth + 1);
        }
        var a = number(scope, depth + 1);
        var b = number(scope, depth + 1);
        return switch (chance.nextInt(9)) {
            case 0, 1 -> "(" + a + " + " + b + ")";
            case 2 -> "(" + a + " - " + b + ")";
            case 3 -> "(" + a + " * " + b + ")";
            case 4 -> "(" + a + " % " + (chance.nextInt(9) + 2) + ")";
            case 5 -> "(" + a + " > " + b + " ? " + a + " : " + chance.nextInt(9) + ")";
            case 6 ->
                    "switch (Math.floorMod(%s, 3)) { case 0 -> 5; case 1 -> %s; default -> { int y = 2; yield y; } }"
                            .formatted(a, b);
            case 7 ->
                    "((java.util.function.IntUnaryOperator) %1$s -> %1$s + %2$s).applyAsInt(%3$s)"
                            .formatted(parameter(), a, b);
            default -> "java.util.stream.IntStream.of(%s, %s).sum()".formatted(a, b);
        };
    }

    /** Returns a name that no other lambda around it has. */
    private String parameter() {
        parameters++;
        return "w" + parameters;
    }

    private String leaf(Scope scope) {
        return scope.locals().isEmpty() || chance.nextInt(3) == 0
                ? String.valueOf(chance.nextInt(20))
                : scope.locals().get(chance.nextInt(scope.locals().size()));
    }

    private List<Thing> usable(Scope scope) {
        return things.stream()
                .filter(each -> each.rank() < scope.rank())
                .filter(each -> scope.early() || each.usable())
                .toList();
    }

    /** Returns a whole number that has to do with a thing. */
    private String of(Thing thing, Scope scope, int depth) {
        named.add(thing);
        var name = thing.name();
        var n = number(scope, depth);
        return switch (thing.kind()) {
            case METHOD -> asNumber(name + "(" + n + ")", thing.type);
            case VARIABLE -> asNumber(name, thing.type);
            case CLASS ->
                    switch (chance.nextInt(4)) {
                        case 0 -> name + ".made";
                        case 1 -> name + ".all(" + n + ")";
                        case 2 -> "new " + name + "(" + n + ").x";
                        default -> "new " + name + "(" + n + ").get(" + leaf(scope) + ")";
                    };
            case INTERFACE ->
                    chance.nextBoolean()
                            ? name + ".of(" + n + ")"
                            : "((%s) %2$s -> %2$s + 1).twice(%3$s)".formatted(name, parameter(), n);
            case RECORD ->
                    chance.nextBoolean()
                            ? made(thing, n) + ".sum(" + leaf(scope) + ")"
                            : made(thing, n) + ".x()";
            case ENUM ->
                    chance.nextBoolean()
                            ? name + ".RED.get(" + n + ")"
                            : name + ".valueOf(\"GREEN\").ordinal()";
            case GENERIC ->
                    chance.nextBoolean()
                            ? "new %s<>(%s).map(%3$s -> %3$s + 1).get()"
                                    .formatted(name, n, parameter())
                            : name + ".made";
            case SEALED -> name + ".size(new " + name + ".Two(" + n + "))";
        };
    }

    /** Returns a new record. */
    String made(Thing record, String number) {
        return "new %s(%s, \"s\"%s)".formatted(record.name(), number, record.more ? ", 3" : "");
    }

    private static String asNumber(String expression, String type) {
        return switch (type) {
            case "int", "short", "Integer" -> expression;
            case "long", "double" -> "(int) " + expression;
            case "String" -> expression + ".length()";
            case "int[]" -> expression + "[0]";
            case "List<Integer>" -> expression + ".size()";
            case "boolean" -> "(" + expression + " ? 1 : 0)";
            default -> expression + ".hash()";
        };
    }
}
