package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of variables and types that wait for others, and of what the cell sets itself. */
class ComingBackTest {
    private final TestWorker cells = new TestWorker();

    @AfterEach
    void close() {
        cells.close();
    }

    @Test
    void aVariableThatTheCellSetsFurtherDownIsNotSaidToBeNull() {
        cells.run("class Bag { int a = 1; }\nvar one = new Bag();\nvar all = List.of(one);");
        var changed = "class Bag { int a = 2; }\nvar one = new Bag();\nvar all = List.of(one);";
        assertThat(cells.value(changed + "\nall.get(0).a")).isEqualTo("2");
        assertThat(cells.printed()).isEmpty();
        assertThat(
                        cells.failure(
                                changed.replace("= 2", "= 3")
                                        .replace("one = ", "one = 1 / 0 > 1 ? null : ")))
                .contains("/ by zero");
        assertThat(cells.printed()).contains("all is null now, because Bag changed");
    }

    @Test
    void aVariableOfATypeThatWaitsIsThereAgainWithIt() {
        cells.run("interface Base { int id(); }\nBase base = () -> 1;");
        cells.run("interface Base { int id(); Missing other(); }");
        cells.run("class Missing {}");
        assertThat(cells.value("base == null")).isEqualTo("true");
    }

    @Test
    void aVarOfAClassThatWasGoneIsOfTheNewOne() {
        cells.run(
                "interface Sh { int area(); }\nrecord Sq(int s) implements Sh { public int area() { return s; } }\nvar sq = new Sq(3);");
        cells.run("interface Sh { int area(); int more(); }");
        cells.value(
                "record Sq(int s) implements Sh { public int area() { return s; } public int more() { return 2; } }");
        assertThat(cells.printed()).contains("sq is null now, because Sq changed");
        cells.run("sq = new Sq(4);");
        assertThat(cells.value("sq.more()")).isEqualTo("2");
    }

    @Test
    void aVarOfAClassThatWaitedIsOfTheNewOne() {
        cells.run("class M { int v = 4; }\nvar m = new M();\nvar all = List.of(m);");
        cells.run("class M { Missing f; int v = 5; }");
        cells.run("class Missing {}");
        assertThat(cells.printed())
                .contains("m is null now, because M changed")
                .contains("all is null now, because M changed");
        cells.run("m = new M();\nall = List.of(m);");
        assertThat(cells.value("all.get(0).v")).isEqualTo("5");
    }

    /** A variable of the name of a field of it has nothing to do with it. */
    @Test
    void whatLacksSomethingKeepsItsObjectsUntilThatIsThere() {
        cells.run(
                "class Pup { static int born; int age = 2; Pup() { born++; } void bark() { sound(age); } }\nvar rex = new Pup();\nrex.age = 7;");
        cells.run("int age = 1;");
        cells.run("String age = \"seven\";");
        assertThat(cells.value("rex.age + Pup.born")).isEqualTo("8");
        assertThat(cells.printed()).doesNotContain("rex is null").doesNotContain("age changed");
        cells.run("void sound(int years) { System.out.println(years + \" years\"); }");
        cells.run("rex = new Pup();\nrex.bark();");
        assertThat(cells.printed()).contains("2 years");
    }

    @Test
    void whatHidesAnImportSaysNothingOfWhatDoesNotCompileAnyhow() {
        cells.run("import static java.lang.Math.*;");
        cells.run("class D { int v; }\nint use(D d) { return d.v; }");
        cells.run("class D { int w; }");
        assertThat(cells.printed()).contains("use is gone");
        cells.run("int d = 0;");
        assertThat(cells.printed()).doesNotContain("because d changed");
    }

    @Test
    void whatIsTriedInVainInOnePartOfACellComesBackInTheNext() {
        cells.run(
                "class W { int y() { return new Later().x; } int z() { return 1; } }\nclass V { int y() { return new Other().x; } int z() { return 1; } }");
        assertThat(
                        cells.value(
                                "int e = new W().z() + new V().z();\nclass V { int y() { return 7; } int z() { return 2; } }\nclass Later { int x = 4; }\nnew W().y()"))
                .isEqualTo("4");
    }

    @Test
    void aVariableComesBackOnceItsClassFitsItAgain() {
        cells.run("class Gen<T> { T v; }\nGen<String> gs = new Gen<>();");
        cells.printed();
        cells.run("class Gen<A, B> { A a; }");
        assertThat(cells.printed())
                .contains(
                        "gs is gone: it does not compile any more, because Gen changed; it comes back");
        assertThat(cells.failure("gs")).contains("gs");
        cells.run("int other = 1;");
        cells.run("class Gen<T> { T v; }");
        assertThat(cells.value("gs == null")).isEqualTo("true");
        cells.run("gs = new Gen<String>();");
        assertThat(cells.value("gs.v")).isEqualTo("null");
    }

    /** JShell leaves it unusable; so does the JVM. */
    @Test
    void aClassWhoseInitialiserFailedIsMadeAnewWhenItsCellRunsAgain() {
        var cell =
                "class Table { static final int ROWS = 100 / size; static class In { static int v = ROWS; } }";
        cells.run("int size = 0;");
        cells.run(cell);
        assertThat(cells.failure("Table.In.v")).contains("/ by zero");
        assertThat(cells.failure("Table.ROWS")).contains("Table");
        cells.run("size = 4;");
        assertThat(cells.failure("Table.ROWS")).contains("Table");
        cells.run(cell);
        assertThat(cells.value("Table.ROWS + Table.In.v")).isEqualTo("50");
        cells.run(cell);
        assertThat(cells.value("Table.ROWS")).isEqualTo("25");
    }

    /** Both stand in one class, as nested ones do: what sees it goes on seeing it, wherever it goes. */
    @Test
    void whatSeesAPrivateMemberOfItsOwnCellGoesOnSeeingIt() {
        cells.value("int k() { return 1; }\nclass Unit { int f = 2; }");
        cells.value(
                """
                class Acc { private int bal = 10; }
                int peek(Acc a) { return a.bal * k(); }
                class Bank { Unit u = new Unit(); int worth(Acc a) { return a.bal * u.f; } }
                var acc = new Acc();""");
        cells.value("int k() { return 1; }");
        assertThat(cells.value("peek(acc)")).isEqualTo("10");
        assertThat(cells.printed()).isEmpty();
        cells.value("int k() { return 2; }");
        assertThat(cells.value("peek(acc)")).isEqualTo("20");
        cells.value("class Unit { int f = 5; }");
        assertThat(cells.value("new Bank().worth(acc) + peek(acc)")).isEqualTo("70");
        assertThat(cells.printed()).doesNotContain("acc", "Acc", "cannot be used");
        assertThat(cells.failure("acc.bal")).contains("private");
    }

    @Test
    void aCellThatRunsAgainWithOnePartChangedSeesWhatIsPrivateInTheOthers() {
        var acc = "class Acc { private int bal = 10; private Acc self() { return this; } }\n";
        cells.value("int k() { return 1; }");
        cells.value(
                acc
                        + "int peek(Acc a) { return a.bal * k(); }\nint twice(Acc a) { return a.self().bal * k(); }");
        cells.value("var acc = new Acc();");
        cells.value(acc + "int peek(Acc a) { return (a.bal + 1) * k(); }");
        assertThat(cells.value(acc + "acc.bal++;\npeek(acc) + acc.bal")).isEqualTo("23");
        cells.value("int k() { return 2; }");
        cells.value("int k() { return 3; }");
        assertThat(cells.value("peek(acc) + twice(acc)")).isEqualTo("69");
        assertThat(cells.printed()).isEmpty();
        assertThat(cells.failure("acc.bal")).contains("private");
        cells.value(
                acc
                        + "java.util.function.Function<Acc, Acc> s = Acc::self;\nint own = new Acc().bal;");
        assertThat(cells.printed()).contains("acc is null now, because Acc changed");
        assertThat(cells.value("peek(new Acc())")).isEqualTo("33");
    }

    /** Names like those of the members that are open mean what they did, and a subclass takes its type along. */
    @Test
    void whatIsOpenedToOneIsOpenedToNoOther() {
        cells.value("class K { static int v() { return 1; } }\nint count = 100;");
        cells.value(
                """
                class A { private final int id; private String name() { return "A"; } A(int id) { this.id = id; } }
                class C { String name() { return "C"; } }
                class B extends C {
                    private final int id;
                    B(int id) { this.id = id + K.v(); }
                    @Override String name() { return super.name() + K.v(); }
                    String see(A a) { return a.name() + a.id + name() + id; }
                }
                class Top { private int count = 7; }
                class Mid extends Top { }
                class Low extends Mid { int see(Top t) { return t.count * 1000 + count + K.v(); } }
                var a = new A(5);
                var top = new Top();""");
        cells.value("class K { static int v() { return 10; } static int w; }");
        assertThat(cells.value("new B(1).see(a)")).isEqualTo("A5C1011");
        assertThat(cells.printed()).contains("top is null now").doesNotContain("a is null");
        assertThat(cells.value("new Low().see(new Top())")).isEqualTo("7110");
    }

    /** A constructor or a reference cannot be linked from elsewhere: then the type goes along, and its objects are said to be gone. */
    @Test
    void whatMakesObjectsByAPrivateConstructorTakesTheirTypeAlong() {
        cells.value("int k() { return 1; }");
        cells.value(
                """
                class One { private One() { } private int n(int a) { return a; } static One of() { return new One(); } }
                int made(int a) { return new One().n(a) * k(); }
                int referred(One one) { java.util.function.IntUnaryOperator f = one::n; return f.applyAsInt(3) * k(); }
                var one = One.of();""");
        cells.value("int k() { return 2; }");
        assertThat(cells.printed()).contains("one is null now, because k changed, and One with it");
        assertThat(cells.value("made(4) + referred(One.of())")).isEqualTo("14");
    }

    @Test
    void whatWaitsSeesAPrivateMemberOfItsOwnCellWhenItComesBack() {
        cells.value(
                "class Acc { private int bal = 10; }\nint read(Acc a) { return a.bal + fee(); }");
        cells.value("int fee() { return 3; }");
        assertThat(cells.value("read(new Acc())")).isEqualTo("13");
        cells.value(
                "record Box(int n) { private int twice() { return 2 * n; } }\n"
                        + "class Till { int read(Box b) { return b.twice() + tax(); } }");
        cells.value("int tax() { return 1; }");
        assertThat(cells.value("new Till().read(new Box(4))")).isEqualTo("9");
    }

    /** Types that are not there are all the same to the compiler, and so are methods that take them. */
    @Test
    void methodsOfOneNameWaitForTheTypesOfTheirParameters() {
        var visitor = "interface Visitor { void visit(Leaf l); void visit(Branch b);";
        cells.value(visitor + " }");
        cells.value("class Leaf { void accept(Visitor v) { v.visit(this); } }");
        cells.value("class Branch { void accept(Visitor v) { v.visit(this); } }");
        cells.value(visitor + " void visit(Nil n); }");
        assertThat(cells.printed())
                .contains("Visitor cannot be used until this is declared: class Nil");
        cells.value("class Nil { void accept(Visitor v) { v.visit(this); } }");
        cells.value(
                """
                class Names implements Visitor {
                    String seen = "";
                    public void visit(Leaf l) { seen += "leaf "; }
                    public void visit(Branch b) { seen += "branch "; }
                    public void visit(Nil n) { seen += "nil "; }
                }
                var names = new Names();
                new Leaf().accept(names); new Branch().accept(names); new Nil().accept(names);""");
        assertThat(cells.value("names.seen")).isEqualTo("leaf branch nil ");
    }

    /** The type between compiles all the while, as an abstract class does. */
    @Test
    void aSlipAtTheTopThatIsMendedCostsNothingTwoLevelsBelow() {
        var mended = "interface Shape { String name(); }";
        cells.value(mended);
        cells.value(
                "abstract class Named implements Shape { public String name() { return \"n\"; } }");
        cells.value("class Circle extends Named { }");
        cells.value("class Pair { static Shape of() { return new Circle(); } }");
        cells.value("interface Shape { String name(); int sides(); }");
        assertThat(cells.failure("Pair.of()")).contains("Pair cannot be used");
        cells.value(mended);
        assertThat(cells.value("Pair.of().name()")).isEqualTo("n");
    }

    @Test
    void aSealedTypeWaitsForAnotherThatItPermits() {
        cells.value("sealed interface Shape permits Dot {}");
        cells.value("record Dot(int x) implements Shape {}");
        cells.value("sealed interface Shape permits Dot, Line {}");
        assertThat(cells.printed())
                .contains("Shape cannot be used until this is declared: class Line");
        cells.value("record Line(int y) implements Shape {}");
        assertThat(cells.value("List.<Shape>of(new Dot(1), new Line(2)).size()")).isEqualTo("2");
    }

    @Test
    void aCellWithAClassAndAUseOfItsPrivateMembersRunsAgain() {
        var cell =
                """
                class Acc { private int bal = 10; }
                record R(int v) { private int twice() { return 2 * v; } }
                enum E { A, B; private int code = 7; }
                class One { private One() { } int n = 4; }
                new Acc().bal + new R(3).twice() + E.A.code + new One().n""";
        for (int i = 0; i < 3; i++) {
            assertThat(cells.value(cell)).isEqualTo("27");
        }
    }

    @Test
    void aClassThatComesAgainUnchangedIsMeantAndNotTheImportBetween() {
        cells.value("class Date { int x = 3; }");
        cells.value("import java.util.Date;");
        assertThat(cells.value("class Date { int x = 3; }\nnew Date().x")).isEqualTo("3");
    }
}
