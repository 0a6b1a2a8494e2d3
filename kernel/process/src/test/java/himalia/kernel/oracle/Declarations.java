package himalia.kernel.oracle;

import himalia.kernel.oracle.Expressions.Scope;
import java.util.List;
import java.util.Random;

/** Writes declarations of things: each time anew, so that a second one is a redefinition. */
final class Declarations {
    private final Random chance;
    private final Expressions expressions;
    private final List<Thing> things;

    Declarations(Random chance, Expressions expressions, List<Thing> things) {
        this.chance = chance;
        this.expressions = expressions;
        this.things = things;
    }

    /** Returns the text of a declaration, and notes it. */
    String of(Thing thing) {
        expressions.named();
        var text =
                switch (thing.kind()) {
                    case METHOD -> method(thing);
                    case CLASS -> type(thing);
                    case INTERFACE -> interfaceOf(thing);
                    case RECORD -> record(thing);
                    case ENUM -> enumOf(thing);
                    case GENERIC -> generic(thing);
                    case SEALED -> sealed(thing);
                    case VARIABLE -> variable(thing);
                };
        thing.declared(expressions.named());
        return text;
    }

    private String inBody(Thing thing, String... locals) {
        return expressions.number(new Scope(List.of(locals), thing.rank(), true));
    }

    private String method(Thing thing) {
        var e = inBody(thing, "a");
        var body =
                switch (chance.nextInt(5)) {
                    case 0 ->
                            "System.out.println(\""
                                    + thing.name()
                                    + " \" + a); return "
                                    + cast(e, thing.type)
                                    + ";";
                    case 1 ->
                            "int s = 0; for (int i = 0; i < 3; i++) { s += "
                                    + inBody(thing, "a", "i")
                                    + "; } return "
                                    + cast("s", thing.type)
                                    + ";";
                    case 2 ->
                            "try { if (a % 4 == 0) { throw new IllegalStateException(); } return "
                                    + cast(e, thing.type)
                                    + "; } catch (IllegalStateException x) { return "
                                    + cast("-1", thing.type)
                                    + "; }";
                    default -> "return " + cast(e, thing.type) + ";";
                };
        var name = thing.name();
        var text = thing.type + " " + name + "(int a) { " + body + " }";
        return thing.more
                ? text + "\nString " + name + "(String a) { return a + " + inBody(thing) + "; }"
                : text;
    }

    private static String cast(String number, String type) {
        return type.equals("String") ? "\"\" + " + number : number;
    }

    private String type(Thing thing) {
        var name = thing.name();
        var parent = parent(thing);
        return """
                class %s%s {
                    static int made = %d;
                    int x;%s
                    %s(int x) { %sthis.x = x; made++; }
                    int get(int a) { return %s; }
                    static int all(int a) { return made + %s; }
                    int hash() { return x * 31; }
                }"""
                .formatted(
                        name,
                        parent.isEmpty() ? "" : " extends " + parent,
                        chance.nextInt(5),
                        thing.more ? " int y = " + inBody(thing) + ";" : "",
                        name,
                        parent.isEmpty() ? "" : "super(x + 1); ",
                        inBody(thing, "a", "x"),
                        inBody(thing, "a"));
    }

    private String parent(Thing thing) {
        if (chance.nextInt(3) > 0) {
            return "";
        }
        for (var each : things) {
            if (each.kind() == Thing.Kind.CLASS && each.rank() < thing.rank()) {
                expressions.name(each);
                return each.name();
            }
        }
        return "";
    }

    private String interfaceOf(Thing thing) {
        return """
                interface %s {
                    int get(int a);
                    default int twice(int a) { return get(get(a)) + %s; }
                    static int of(int a) { return %s; }%s
                }"""
                .formatted(
                        thing.name(),
                        inBody(thing, "a"),
                        inBody(thing, "a"),
                        thing.more ? "\n    default int more() { return 1; }" : "");
    }

    private String record(Thing thing) {
        return """
                record %s(int x, String s%s) {
                    int sum(int a) { return x + %s; }
                    int hash() { return x; }
                }"""
                .formatted(thing.name(), thing.more ? ", int more" : "", inBody(thing, "a", "x"));
    }

    private String enumOf(Thing thing) {
        return """
                enum %s { RED, GREEN { int get(int a) { return %s; } }%s;
                    int get(int a) { return %s; } }"""
                .formatted(
                        thing.name(),
                        inBody(thing, "a"),
                        thing.more ? ", BLUE" : "",
                        inBody(thing, "a"));
    }

    private String generic(Thing thing) {
        var name = thing.name();
        return """
                class %1$s<T> {
                    static int made;
                    T v;%2$s
                    %1$s(T v) { this.v = v; made++; }
                    <U> %1$s<U> map(java.util.function.Function<T, U> f) { return new %1$s<U>(f.apply(v)); }
                    T get() { return v; }
                    int hash() { return %3$s; }
                }"""
                .formatted(
                        name, thing.more ? " int y = " + inBody(thing) + ";" : "", inBody(thing));
    }

    private String sealed(Thing thing) {
        return """
                sealed interface %s {
                    record One(int a) implements %1$s {}
                    record Two(int a) implements %1$s {}
                    static int size(%1$s s) { return s instanceof Two t ? t.a() : %s; }%s
                }"""
                .formatted(
                        thing.name(),
                        inBody(thing),
                        thing.more ? "\n    default int more() { return 2; }" : "");
    }

    private String variable(Thing thing) {
        var scope = new Scope(List.of(), thing.rank(), false);
        var e = expressions.number(scope);
        var name = thing.name();
        return switch (thing.type) {
            case "int" ->
                    (chance.nextBoolean() || names() ? "int " : "var ") + name + " = " + e + ";";
            case "String" -> "String " + name + " = " + expressions.text(scope) + ";";
            case "boolean" -> "boolean " + name + " = " + expressions.truth(scope) + ";";
            case "long", "double" -> thing.type + " " + name + " = " + e + ";";
            case "int[]" -> "int[] " + name + " = { " + e + ", 2 };";
            case "List<Integer>" ->
                    "java.util.List<Integer> " + name + " = java.util.List.of(" + e + ");";
            default -> object(thing, e);
        };
    }

    /** JShell looks at the initialiser of a {@code var} again when what it names is declared anew; the kernel never. */
    private boolean names() {
        var named = expressions.named();
        named.forEach(expressions::name);
        return !named.isEmpty();
    }

    private String object(Thing variable, String number) {
        var name = variable.type.replace("<Integer>", "");
        for (var each : things) {
            if (each.name().equals(name)) {
                expressions.name(each);
                var made =
                        each.kind() == Thing.Kind.RECORD
                                ? expressions.made(each, number)
                                : "new " + variable.type + "(" + number + ")";
                return variable.type + " " + variable.name() + " = " + made + ";";
            }
        }
        throw new IllegalStateException("no thing is called " + name);
    }
}
