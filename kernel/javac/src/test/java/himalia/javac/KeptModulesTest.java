package himalia.javac;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class KeptModulesTest {
    private final ReusedTasks tasks = new ReusedTasks(new StopCheck(), new Grants());
    private final Problems problems = new Problems("cells");
    private final Files files =
            new Files(
                    ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null),
                    JdkPackages.unknown(),
                    "cells");

    /** Analyzes a class with this body, and returns the modules that the compiler saw. */
    private Set<?> modules(String name, String body, String... options) {
        files.begin(Map.of());
        return tasks.run(
                files,
                problems,
                List.of(options),
                new SourceText("cells." + name, "package cells; class " + name + body),
                "cells",
                KeptModulesTest::analyzed);
    }

    private static Set<?> analyzed(JavacTask task) {
        try {
            task.analyze();
            // By name: tests are compiled without the compiler's own packages.
            var context = task.getClass().getMethod("getContext").invoke(task);
            var type = Class.forName("com.sun.tools.javac.comp.Modules");
            var modules = type.getMethod("instance", context.getClass().getSuperclass());
            return (Set<?>) type.getMethod("allModules").invoke(modules.invoke(null, context));
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSecondTaskHasTheModulesOfTheFirst() {
        var first = modules("A", " { java.sql.Date d; }");
        assertThat(modules("B", " { java.sql.Time t; java.util.List<String> l; }")).isSameAs(first);
        assertThat(problems.errors()).isEmpty();
    }

    @Test
    void aPackageThatIsNotExportedIsRefusedByEachTask() {
        modules("A", " { jdk.internal.misc.Unsafe u; }");
        modules("B", " { jdk.internal.misc.Unsafe u; }");
        assertThat(problems.errors())
                .extracting(Problem::code)
                .containsExactly(
                        "compiler.err.package.not.visible", "compiler.err.package.not.visible");
    }

    @Test
    void otherOptionsHaveOtherModules() {
        assertThat(modules("A", " { java.sql.Date d; }")).hasSizeGreaterThan(20);
        assertThat(modules("B", " { }", "--limit-modules", "java.base")).hasSize(2);
        assertThat(modules("C", " { java.sql.Date d; }")).hasSizeGreaterThan(20);
        assertThat(problems.errors()).isEmpty();
    }

    @Test
    void whatIsSaidOfTheModulesIsSaidAgain() {
        modules("A", " { }", "--add-modules", "no.such.module");
        modules("B", " { }", "--add-modules", "no.such.module");
        assertThat(problems.errors())
                .extracting(Problem::code)
                .containsExactly("compiler.err.module.not.found", "compiler.err.module.not.found");
    }

    @Test
    void aSourceOfAModuleIsSetUpAnewAndSoIsTheNext() {
        modules("A", " { }");
        files.begin(Map.of());
        var ofModule =
                tasks.run(
                        files,
                        problems,
                        List.of(),
                        new SourceText("module-info", "module one { requires java.sql; }"),
                        "cells",
                        KeptModulesTest::analyzed);
        assertThat(ofModule.toString()).contains("one");
        assertThat(modules("B", " { javax.swing.JFrame f; }").toString()).doesNotContain("one");
        assertThat(problems.errors()).isEmpty();
    }
}
