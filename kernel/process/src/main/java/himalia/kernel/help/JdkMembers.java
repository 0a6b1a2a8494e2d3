package himalia.kernel.help;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a class inherits from one of the JDK's: JShell takes its time over those. */
final class JdkMembers {
    private final Function<String, Optional<String>> names;

    /**
     * Those of types by their names.
     *
     * @param names gives the full name of a type that a simple one stands for; nothing for one that cells declare
     */
    JdkMembers(Function<String, Optional<String>> names) {
        this.names = names;
    }

    /** Returns what of a type a class below it names alone, methods with a parenthesis, and types in it; nothing where it is none of the JDK's. */
    Optional<List<String>> of(String type, boolean isStatic) {
        return names.apply(type).flatMap(JdkMembers::loaded).map(each -> inherited(each, isStatic));
    }

    /** Whether objects are made of one of the JDK's by its name alone. */
    boolean isMade(String type) {
        return names.apply(type)
                .flatMap(JdkMembers::loaded)
                .filter(each -> !Modifier.isAbstract(each.getModifiers()) && !each.isMemberClass())
                .filter(each -> each.getConstructors().length > 0)
                .isPresent();
    }

    /** Whether an interface stands in one of the JDK's types. */
    boolean isInterface(String type, String name) {
        return names.apply(type)
                .flatMap(each -> loaded(each + "$" + name))
                .filter(each -> each.isInterface() && Modifier.isPublic(each.getModifiers()))
                .isPresent();
    }

    private static Optional<Class<?>> loaded(String name) {
        try {
            return Optional.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static List<String> inherited(Class<?> type, boolean isStatic) {
        var all = new ArrayList<Member>(List.of(type.getMethods()));
        all.addAll(List.of(type.getFields()));
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Stream.<Member>concat(
                            Stream.of(each.getDeclaredMethods()),
                            Stream.of(each.getDeclaredFields()))
                    .filter(member -> Modifier.isProtected(member.getModifiers()))
                    .forEach(all::add);
        }
        var types = Stream.of(type.getClasses()).map(Class::getSimpleName);
        var values = values(all, isStatic);
        return Stream.concat(values, types).distinct().toList();
    }

    private static Stream<String> values(List<Member> all, boolean isStatic) {
        return all.stream()
                .filter(each -> !each.isSynthetic())
                .filter(each -> !isStatic || Modifier.isStatic(each.getModifiers()))
                .filter(each -> !isOfInterface(each))
                .map(each -> each instanceof Method ? each.getName() + "(" : each.getName());
    }

    /** Static methods of an interface are called by its name. */
    private static boolean isOfInterface(Member member) {
        return member instanceof Method
                && Modifier.isStatic(member.getModifiers())
                && member.getDeclaringClass().isInterface();
    }
}
