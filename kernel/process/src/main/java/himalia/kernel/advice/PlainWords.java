package himalia.kernel.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What to do about those complaints of the compiler that always have the same answer, by the compiler's names for them. */
final class PlainWords {
    private static final Map<String, String> HINTS = new HashMap<>();

    private static final String ESCAPED =
            "A \\ in a text is written twice: \"C:\\\\folder\". A path may be written with / on every system.";

    static {
        put(
                "underscore.as.identifier",
                "_ alone is no name in Java; $ is the value of the last cell.");
        put(
                "illegal.underscore",
                "In a number an underscore stands between two digits: 1_000_000.");
        put(
                "unclosed.char.lit",
                "Single quotes hold one character; a text is written in double quotes.");
        put("empty.char.lit", "Single quotes hold one character; a text without any is \"\".");
        put(
                "unclosed.str.lit",
                "A text ends in the line it begins in: write the closing \", or \"\"\" for several lines.");
        put(
                "illegal.text.block.open",
                "A text block begins in the line after its \"\"\"; a text of one line has one \" at each end.");
        put("unclosed.text.block", "Write \"\"\" where the text ends.");
        put("illegal.esc.char", ESCAPED);
        put("illegal.unicode.esc", ESCAPED);
        put(
                "record.cannot.declare.instance.fields",
                "What a record holds stands behind its name: record Point(int x, int y) { }; a field in its braces is static.");
        put(
                "restricted.type.not.allowed.compound",
                "var declares one variable: write a line for each, or the type in place of var: int a = 1, b = 2;");
        put(
                "restricted.type.not.allowed.array",
                "var takes no [ ]: write the type, as in int[] a = {1, 2};");
        put(
                "restricted.type.not.allowed.here",
                "var stands only where a variable inside a method or a cell gets its first value: write the type.");
        put(
                "cant.inherit.from.final",
                "It is final, and no class extends it: keep one in a field instead.");
        put(
                "cant.inherit.from.sealed",
                "It is sealed: write the name behind permits there, and run both in one cell; take sealed away, and any class may.");
        put(
                "sealed.class.must.have.subclasses",
                "Nothing extends it: what does stands in the same cell, record Circle(double r) implements Shape { }, or is named behind permits in its head; take sealed away, and any class may.");
        put(
                "non.sealed.sealed.or.final.expected",
                "What is below a sealed type says whether more may follow: write final, sealed or non-sealed before it.");
        put(
                "non.sealed.or.sealed.expected",
                "What is below a sealed type says whether more may follow: write sealed or non-sealed before it.");
        put("illegal.combination.of.modifiers", "They exclude each other: keep one.");
        put(
                "restricted.type.not.allowed",
                "record, var, yield, sealed and permits name no types: choose another name.");
        put(
                "non.canonical.constructor.invoke.another.constructor",
                "A second constructor of a record begins with this(…);, which gives all that it holds.");
        // Until JDK 20.
        put(
                "first.statement.must.be.call.to.another.constructor",
                "A second constructor of a record begins with this(…);, which gives all that it holds.");
        put(
                "generic.array.creation",
                "Java makes no arrays of types with < >: take a list, new ArrayList<List<String>>().");
        put(
                "bad.initializer",
                "A for that goes through values declares its variable: for (var x : values) { … }.");
        put(
                "enum.cant.be.instantiated",
                "An enum has its constants and no others: name one, behind the name of the enum and a dot.");
        put(
                "cant.ref.before.ctor.called",
                Runtime.version().feature() < 25
                        ? "Nothing of the object is there before super(…) or this(…), which stands first."
                        : "Before super(…) or this(…) fields may be given values, and nothing of the object be read: take a parameter or a local variable.");
        put(
                "statement.not.expected",
                "In a class statements stand inside methods: void name() { … }.");
        put("varargs.must.be.last", "Any number of values stands last: f(int b, int... a).");
        put(
                "multicatch.types.must.be.disjoint",
                "One of them is a kind of the other, which catches it too: leave it out.");
        put("cyclic.inheritance", "No type is above itself: look at what stands behind extends.");
        put(
                "missing.ret.stmt",
                "Every way through a method that returns a value must reach a return.");
        put(
                "var.might.not.have.been.initialized",
                "Give the variable a value before it is read: where it is declared, or on every way to here.");
        put(
                "var.not.initialized.in.default.constructor",
                "A final field needs a value: where it is declared, or in a constructor.");
        put(
                "variable.not.allowed",
                "A variable that is declared here could never be used: put what belongs to the for, if or while into braces.");
        put(
                "class.not.allowed",
                "A class that is declared here could never be used: put what belongs to the for, if or while into braces.");
        put("abstract.meth.cant.have.body", "Write ; in place of its body, or take abstract away.");
        put(
                "wrong.number.type.args",
                "Write as many types in < > as it takes: Map<String, Integer>, Function<Integer, String>.");
        put(
                "void.not.allowed.here",
                "The method is declared void and gives nothing back: call it on a line of its own, or have it return a value.");
        put(
                "switch.expression.no.result.expressions",
                "A case gives its value behind an arrow, case A -> 1; or behind a colon by yield 1;");
        put(
                "lambda.body.neither.value.nor.void.compatible",
                "In { } each way through a lambda ends with return and a value, or none does.");
        put("int.number.too.large", "A number this large is a long: write L after its digits.");
        put(
                "limit.string",
                "A text in a cell has at most 65,535 bytes; a longer one is read from a file: Files.readString(Path.of(\"…\")).");
        put(
                "cant.infer.local.var.type",
                "var takes its type from the value: write one that has a type by itself, or the type instead of var, as in int[] a = {1, 2};");
        put("else.without.if", "Look for a semicolon or a brace between the if and this else.");
        put(
                "try.without.catch.finally.or.resource.decls",
                "Write behind its block: catch (Exception e) { … }.");
        put(
                "except.never.thrown.in.try",
                "Nothing in the block of the try throws it: take the catch away, or catch Exception.");
        put(
                "override.static",
                "A method of a cell is static, and no static method is named as one of Object's: give it another name, or declare it in a class.");
        put(
                "override.meth.doesnt.throw",
                "The method above throws no such exception, and so this one may not: put what throws it into try { … } catch (…) { … }.");
        put(
                "package.not.visible",
                "The JDK keeps this package to itself: look for a public class that does the same.");
        put(
                "not.def.public.cant.access",
                "Only classes of its own package may name it. Look for a public one that does the same.");
        put(
                "method.does.not.override.superclass",
                "Nothing above has a method of this name with these parameters: look at its spelling and its types, or take @Override away.");
        put(
                "static.methods.cannot.be.annotated.with.override",
                "@Override belongs to a method inside a class.");
        put(
                "intf.meth.cant.have.body",
                "A method with a body is written with default before it in an interface.");
        put(
                "invalid.meth.decl.ret.type.req",
                "Write the type that it returns before its name, void where it returns nothing.");
        put(
                "cant.ref.non.effectively.final.var",
                "A lambda, or a class inside a method, may use a local variable only where nothing changes it later: copy it into a new one before. What it changes itself stands in an array, new int[1], in an AtomicInteger, or outside of the method as a variable of the cell.");
        put(
                "local.var.accessed.from.icls.needs.final",
                "A class inside a method may use a local variable only where nothing changes it later: copy it into a new one before.");
        put(
                "cant.assign.val.to.var",
                "It is final and keeps its first value. A record is changed by making a new one; else take final away.");
        // Until JDK 20.
        put(
                "cant.assign.val.to.final.var",
                "It is final and keeps its first value. A record is changed by making a new one; else take final away.");
        put(
                "illegal.array.creation.both.dimension.and.initialization",
                "Write the number or the values, not both: new int[3], or new int[]{1, 2, 3}.");
        put(
                "illegal.char",
                "This character means nothing in Java; code copied from elsewhere may have one that only looks right. Type it anew.");
        put(
                "illegal.digit.in.octal.literal",
                "A number that begins with 0 is read in base 8: write it without the 0.");
        put("illegal.dot", "A name is missing before or behind the dot.");
        put(
                "break.outside.switch.loop",
                "break ends a loop or a case of a switch; a cell ends by itself.");
        put("cont.outside.loop", "continue goes on with a loop, and there is none around it.");
        put("duplicate.case.label", "Each value has one case.");
        put("missing.ret.val", "Write the value behind return.");
        put(
                "return.outside",
                "A cell is no method: its value is its last line, written without return and without semicolon.");
        // Until JDK 21.
        put(
                "call.must.be.first.stmt.in.ctor",
                "this(…) and super(…) are the first line of a constructor.");
        put("call.must.be.first", "this(…) and super(…) are the first line of a constructor.");
        put(
                "array.dimension.missing",
                "Write how many elements it has, new int[3], or which: new int[]{1, 2, 3}.");
        put("class.public.should.be.in.file", "A class in a cell needs no public.");
    }

    private PlainWords() {}

    private static void put(String code, String hint) {
        HINTS.put(code, hint);
    }

    /** Returns what to do about a complaint, where that is always the same. */
    static Optional<String> about(String code) {
        return Optional.ofNullable(HINTS.get(code));
    }
}
