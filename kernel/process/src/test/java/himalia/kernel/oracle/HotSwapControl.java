package himalia.kernel.oracle;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Pattern;
import jdk.jshell.execution.DirectExecutionControl;

/**
 * Runs snippets in this process, and redefines classes as JShell's own debugger does: whose bodies alone changed keeps
 * its static fields and its objects. {@link Redefining} says which.
 */
final class HotSwapControl extends DirectExecutionControl {
    private static final Pattern OF_A_SNIPPET = Pattern.compile(".*\\$JShell\\$\\w+\\$\\D.*");

    private final Instrumentation instrumentation;
    private final Redefining redefining;
    private String value = "";

    HotSwapControl(Instrumentation instrumentation, Redefining redefining) {
        this.instrumentation = instrumentation;
        this.redefining = redefining;
    }

    /** Returns which classes of snippets are redefined. */
    Redefining redefining() {
        return redefining;
    }

    /** Returns what the last invocation gave, as text. */
    String value() {
        return value;
    }

    @Override
    protected String invoke(Method method) throws Exception {
        value = "";
        value = text(method.invoke(null));
        return "";
    }

    @Override
    public String varValue(String className, String variable) throws InternalException {
        try {
            var field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            return text(field.get(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(e.toString());
        }
    }

    private static String text(Object value) {
        try {
            return Arrays.deepToString(new Object[] {value});
        } catch (RuntimeException | Error e) {
            return "no text: " + e;
        }
    }

    @Override
    public void redefine(ClassBytecodes[] files)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        if (!redefining.inPlace()
                && Arrays.stream(files)
                        .anyMatch(each -> OF_A_SNIPPET.matcher(each.name()).matches())) {
            throw new NotImplementedException("classes of snippets are made anew");
        }
        try {
            var definitions = new ClassDefinition[files.length];
            for (int i = 0; i < files.length; i++) {
                definitions[i] =
                        new ClassDefinition(findClass(files[i].name()), files[i].bytecodes());
            }
            instrumentation.redefineClasses(definitions);
        } catch (ClassNotFoundException
                | UnmodifiableClassException
                | UnsupportedOperationException
                | LinkageError e) {
            throw new ClassInstallException(e.toString(), new boolean[files.length]);
        }
    }
}
