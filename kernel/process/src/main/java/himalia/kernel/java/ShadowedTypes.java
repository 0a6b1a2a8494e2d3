package himalia.kernel.java;

import java.lang.reflect.Modifier;
import java.util.Optional;

/** Types that cells name without import, until a cell declares one of the same name. */
final class ShadowedTypes {
    private final Compiler compiler;

    ShadowedTypes(Compiler compiler) {
        this.compiler = compiler;
    }

    /** Returns what to say, once, where a cell declares a type of this name. */
    Optional<String> note(String name) {
        return compiler.imports()
                .type(name)
                .or(() -> ofLanguage(name))
                .filter(full -> compiler.session().isFirstShadow(name))
                .map(
                        full ->
                                name
                                        + " is the type declared here from now on; the other one is written "
                                        + full);
    }

    private static Optional<String> ofLanguage(String name) {
        try {
            var known =
                    Class.forName("java.lang." + name, false, ClassLoader.getPlatformClassLoader());
            return Modifier.isPublic(known.getModifiers())
                    ? Optional.of(known.getName())
                    : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
