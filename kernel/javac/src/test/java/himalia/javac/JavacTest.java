package himalia.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavacTest {
    private final Javac javac = new Javac("cells", List.of());

    private Map<String, byte[]> compile(String name, String body, Map<String, byte[]> visible) {
        var source = "package cells; public class " + name + " { " + body + " }";
        return javac.with(
                "cells." + name,
                source,
                visible,
                text -> {
                    assertThat(text.analyze()).as(text.errors().toString()).isTrue();
                    return text.generate();
                });
    }

    @Test
    void aClassInMemoryIsSeenAndASecondOneUnderItsNameReplacesIt() {
        var first = compile("A", "public static int x; static class In {}", Map.of());
        assertThat(first).containsOnlyKeys("cells.A", "cells.A$In");
        compile("B", "int y = A.x; A.In in;", first);

        var second = compile("A", "public static String x;", Map.of());
        compile("C", "String y = A.x;", second);
    }

    @Test
    void whatIsTooLargeForAClassFileLeavesNothingForTheNextClass() {
        for (int i = 0; i < 4; i++) {
            var name = "Large" + i;
            var source =
                    "package cells; public class %s { String text = \"%s\"; record In(int a) {} }"
                            .formatted(name, "x".repeat(100_000));
            var problems =
                    javac.with(
                            "cells." + name,
                            source,
                            Map.<String, byte[]>of(),
                            text -> {
                                assertThat(text.analyze()).isTrue();
                                text.generate();
                                return text.errors();
                            });
            assertThat(problems)
                    .extracting(Problem::code)
                    .containsExactly("compiler.err.limit.string");
        }
        assertThat(compile("Small", "int y = 1; record In(int a) {}", Map.of()))
                .containsOnlyKeys("cells.Small", "cells.Small$In");
    }

    @Test
    void whatIsUnwantedIsGivenUpAndTheNextSourceIsCompiled() {
        var asked = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                javac.unless(
                                        () -> asked.incrementAndGet() > 10,
                                        () -> compileManyEntries(300)))
                .isInstanceOf(Stopped.class);
        int before = asked.get();
        assertThat(compile("Next", "Object m = java.util.Map.entry(1, 2);", Map.of()))
                .containsOnlyKeys("cells.Next");
        assertThat(asked).hasValue(before);
    }

    @Test
    void listsOfVariablesThatAreComparedForMinutesAreGivenUpToo() {
        assertThatThrownBy(() -> javac.unless(JavacTest::isInAList, () -> compileManyEntries(200)))
                .isInstanceOf(Stopped.class);
    }

    /** A call whose generic arguments are one more than so many generic calls. */
    private Map<String, byte[]> compileManyEntries(int more) {
        var entries =
                "java.util.Map.entry(\"k\", 0)" + ", java.util.Map.entry(\"k\", 0)".repeat(more);
        return compile(
                "Slow", "Object m = java.util.Map.ofEntries(%s);".formatted(entries), Map.of());
    }

    private static boolean isInAList() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.limit(10)
                                        .anyMatch(
                                                frame ->
                                                        frame.getClassName()
                                                                        .equals(
                                                                                "com.sun.tools.javac.util.List")
                                                                && frame.getMethodName()
                                                                        .equals("diff")));
    }

    @Test
    void tasksAreReusedWhereTheJvmOpensTheCompiler() {
        assertThat(Tasks.make(new StopCheck(), new Grants())).isInstanceOf(ReusedTasks.class);
    }

    /** What the parser says of a text: each member's kind and place, and where the errors are. */
    private static String said(Parsed parsed, int length) {
        var said = new StringBuilder();
        for (var type : parsed.unit().getTypeDecls()) {
            var members = type instanceof ClassTree made ? made.getMembers() : List.of(type);
            for (var member : members) {
                said.append(member.getKind()).append(' ').append(parsed.start(member));
                said.append(' ').append(parsed.end(member)).append('\n');
            }
        }
        for (int i = 0; i <= length; i++) {
            said.append(parsed.hasErrorIn(i, i + 1) ? "!" : ".");
        }
        return said.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Sketch { void s() { 1 + 1\n;} Object v() { return 1 + 1\n;} }",
                "class Sketch { int a = ; void b() { int c = }; record R(int x, { } }",
                "class Sketch { String t = \"\"\"\n  x\n  \"\"\"; /** @deprecated x */ char c = 'ab'; }",
                "class Sketch { void s() { switch (1) { case 1 -> { yield 2; } } } } }",
                "class Sketch { \\u0041 a; enum E { A, B; } @interface I { } sealed interface S { } }",
                ""
            })
    void theIdleCompilersParserSaysWhatATaskSays(String text) {
        var byTask =
                new Javac("cells", List.of()).parse("Sketch", text, p -> said(p, text.length()));
        compile("A", "public static int x;", Map.of());
        assertThat(javac.idles()).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(javac.<String>parse("Sketch", text, p -> said(p, text.length())))
                    .isEqualTo(byTask);
        }
        assertThat(javac.idles()).isTrue();

        // What it complained of is no matter of the next task.
        assertThat(compile("B", "int y = A.x;", compile("A", "public static int x;", Map.of())))
                .containsOnlyKeys("cells.B");
        assertThat(
                        javac.with(
                                "cells.C",
                                "package cells; class C { int y = ; }",
                                Map.<String, byte[]>of(),
                                Source::errors))
                .hasSize(1);
    }

    @Test
    void aThousandTextsThatDoNotParseLeaveTheParserAsItIs() {
        compile("A", "public static int x;", Map.of());
        for (int i = 0; i < 1_000; i++) {
            var text = "class Sketch { int a" + i + " = ; }";
            assertThat(javac.<Boolean>parse("Sketch", text, p -> p.hasErrorIn(0, text.length())))
                    .isTrue();
        }
        assertThat(javac.<Boolean>parse("Sketch", "class Sketch { }", p -> p.hasErrorIn(0, 99)))
                .isFalse();
        assertThat(javac.idles()).isTrue();
    }

    @Test
    void aTextTooDeepForTheParserIsToldAndTheNextIsParsed() {
        compile("A", "public static int x;", Map.of());
        var deep = "class Sketch { int a = " + "(".repeat(100_000) + "; }";
        assertThatThrownBy(() -> javac.parse("Sketch", deep, Parsed::unit))
                .isInstanceOf(StackOverflowError.class);
        assertThat(javac.<Boolean>parse("Sketch", "class Sketch { }", p -> p.hasErrorIn(0, 99)))
                .isFalse();
    }

    @Test
    void aLocalVariableBecomesAFieldOfTheTypeOfItsValue() throws Exception {
        assertThat(javac.hoists()).isTrue();
        var source =
                """
                package cells;
                public class A {
                    public static Object run() {
                        var list = new java.util.ArrayList<>(java.util.List.of(1, 2));
                        Runnable more = () -> list.add(3);
                        more.run();
                        class Last { Object get() { return list.get(list.size() - 1); } }
                        return new Last().get();
                    }
                }""";
        var files =
                javac.with(
                        "cells.A",
                        source,
                        Map.<String, byte[]>of(),
                        text -> {
                            assertThat(text.analyze()).as(text.errors().toString()).isTrue();
                            var type = (ClassTree) text.unit().getTypeDecls().get(0);
                            text.hoist(type, runOf(type), Set.of("list"));
                            return text.generate();
                        });
        var loaded = new Loader(files).loadClass("cells.A");
        var field = loaded.getField("list");
        assertThat(field.getGenericType().getTypeName())
                .isEqualTo("java.util.ArrayList<java.lang.Integer>");
        assertThat(loaded.getMethod("run").invoke(null)).isEqualTo(3);
        assertThat(field.get(null)).isEqualTo(List.of(1, 2, 3));
    }

    private static MethodTree runOf(ClassTree type) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("run"))
                .findFirst()
                .orElseThrow();
    }

    /** Loads what was compiled. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }

    @Test
    void anErrorHasItsPlace() {
        var errors =
                javac.with(
                        "cells.A",
                        "package cells; class A { int x = \"text\"; }",
                        Map.of(),
                        text -> {
                            text.analyze();
                            return text.errors();
                        });
        assertThat(errors).singleElement().satisfies(e -> assertThat(e.start()).isEqualTo(33));
    }

    @Test
    void aClassThatWasOnlySeenThroughAnotherIsNotKeptAsAnError() {
        var outer = compile("A", "public record P(int x) {}", Map.of());
        var user = compile("B", "public static A.P make() { return new A.P(2); }", outer);
        var both = new java.util.HashMap<>(outer);
        both.putAll(user);

        // Here A$P is not to be had, and B says of it that it is a class inside A.
        compile("C", "int y = 1; static B b;", user);

        compile("D", "int x = B.make().x();", both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.util.List.of(1, 2) | java.util.List<java.lang.Integer>",
                "new int[2][] | int[][]",
                "java.util.Map.of(\"a\", 'b').entrySet().iterator() |"
                        + " java.util.Iterator<java.util.Map.Entry<java.lang.String, java.lang.Character>>",
                "java.util.List.of(1, \"a\") | java.util.List<java.io.Serializable>",
                "new Object() {} | -",
                "null | java.lang.Object"
            })
    void aTypeIsWrittenWhereItHasAName(String expression, String type) {
        var found =
                javac.with(
                        "cells.A",
                        "package cells; class A { Object x = " + expression + "; }",
                        Map.of(),
                        text -> {
                            text.analyze();
                            var owner = (ClassTree) text.unit().getTypeDecls().get(0);
                            for (var member : owner.getMembers()) {
                                if (member instanceof VariableTree x) {
                                    return text.typeOf(x.getInitializer());
                                }
                            }
                            throw new AssertionError("no field");
                        });
        assertThat(found.orElse("-")).isEqualTo(type);
    }
}
