package himalia.kernel.expression;

import himalia.kernel.java.Compiler;
import java.util.List;
import java.util.function.Function;

/** Compiles expressions for a place where a program stands: all of Java, by the compiler of the cells. */
public final class ExpressionCompiler {
    private final Compiler compiler;
    private int expressions;

    /** Compiles with what {@code compiler} knows. */
    public ExpressionCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Compiles an expression for a place where a program stands.
     *
     * @param classFiles gives the class files of a class and of those inside it, as that place may see them
     * @throws IllegalArgumentException in words, if it is wrong
     */
    public CompiledExpression compile(
            FrameExpression expression, Function<String, List<byte[]>> classFiles) {
        return compiler.locked(
                () -> {
                    expressions++;
                    return new ExpressionClass(compiler, classFiles, expressions)
                            .compile(expression);
                });
    }
}
