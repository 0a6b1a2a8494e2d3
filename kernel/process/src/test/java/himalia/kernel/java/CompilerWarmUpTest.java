package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.classpath.CompilerJars;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class CompilerWarmUpTest {
    @Test
    void everyStepCompilesAndNothingOfItStays() {
        var compiler =
                new Compiler(
                        nobodyRuns(),
                        CompilerJars.all(List.of()),
                        new ReentrantLock(),
                        (cell, text) -> {});
        var rehearsal = new CompilerWarmUp(compiler, () -> false);
        assertThat(CompilerWarmUp.STEPS).allMatch(rehearsal::compiles);
        assertThat(compiler.declared()).isEmpty();
    }

    /** A rehearsal compiles and runs nothing: this runner fails where it is asked to. */
    private static SnippetRunner nobodyRuns() {
        return (SnippetRunner)
                Proxy.newProxyInstance(
                        SnippetRunner.class.getClassLoader(),
                        new Class<?>[] {SnippetRunner.class},
                        (proxy, method, arguments) -> {
                            throw new AssertionError(method + " was called");
                        });
    }
}
