package himalia.install;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other code can name in a module: its public types, and their public and protected members, one a line. */
final class PublicNames {
    /** What every object or every enum has, whoever wrote it. */
    private static final Set<String> EVERYBODYS =
            Set.of("equals(Object)", "hashCode()", "toString()", "values()", "valueOf(String)");

    private final Set<String> lines = new TreeSet<>();

    private PublicNames() {}

    /**
     * Lists a module's names, sorted.
     *
     * @param files its sources
     * @param root the folder of the first package among them
     */
    static List<String> of(List<Path> files, Path root) {
        var names = new PublicNames();
        for (var file : files) {
            if (!file.endsWith("package-info.java")) {
                names.add(type(root.relativize(file)));
            }
        }
        return List.copyOf(names.lines);
    }

    private static Class<?> type(Path source) {
        var path = source.toString().replace('\\', '/').replace(".java", "");
        try {
            return Class.forName(path.replace('/', '.'), false, PublicNames.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    source + " is not on install's class path; add its module to the poms", e);
        }
    }

    private void add(Class<?> type) {
        if (!isSeen(type.getModifiers())) {
            return;
        }
        lines.add(type.getName().replace('$', '.') + ": " + header(type));
        for (var each : type.getDeclaredFields()) {
            if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
                lines.add(line(type, field(each)));
            }
        }
        for (var each : type.getDeclaredConstructors()) {
            if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
                lines.add(line(type, constructor(each)));
            }
        }
        for (var each : type.getDeclaredMethods()) {
            if (isSeen(each.getModifiers())
                    && !each.isSynthetic()
                    && !EVERYBODYS.contains(called(each.getName(), each))) {
                lines.add(line(type, method(each)));
            }
        }
        for (var each : type.getDeclaredClasses()) {
            add(each);
        }
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String line(Class<?> type, String member) {
        return type.getName().replace('$', '.') + "." + member;
    }

    private static String header(Class<?> type) {
        var words = new ArrayList<String>();
        if (Modifier.isProtected(type.getModifiers())) {
            words.add("protected");
        }
        if (type.isSealed()) {
            words.add("sealed");
        }
        words.add(kind(type));
        var above = new ArrayList<Type>(List.of(type.getGenericInterfaces()));
        var parent = type.getSuperclass();
        boolean tells = parent != null && !Set.of(Object.class, Record.class).contains(parent);
        if (tells && !type.isEnum()) {
            above.add(0, type.getGenericSuperclass());
        }
        if (!above.isEmpty()) {
            words.add("of " + above.stream().map(PublicNames::name).collect(joined()));
        }
        return String.join(" ", words);
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        if (type.isRecord()) {
            return "record";
        }
        boolean isFinal = Modifier.isFinal(type.getModifiers());
        boolean isAbstract = Modifier.isAbstract(type.getModifiers());
        return (isFinal ? "final " : isAbstract ? "abstract " : "") + "class";
    }

    private static String field(Field field) {
        return field.getName()
                + ": "
                + told(field, field.getAnnotatedType(), field.getGenericType());
    }

    private static String constructor(Constructor<?> constructor) {
        return called(constructor.getDeclaringClass().getSimpleName(), constructor)
                + ends(constructor);
    }

    private static String method(Method method) {
        return called(method.getName(), method)
                + ": "
                + (method.isDefault() ? "default " : "")
                + told(method, method.getAnnotatedReturnType(), method.getGenericReturnType())
                + ends(method);
    }

    private static String told(Member member, AnnotatedElement annotated, Type type) {
        return (Modifier.isProtected(member.getModifiers()) ? "protected " : "")
                + (Modifier.isStatic(member.getModifiers()) ? "static " : "")
                + (annotated.isAnnotationPresent(Nullable.class) ? "@Nullable " : "")
                + name(type);
    }

    private static String called(String name, Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(PublicNames::name)
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String ends(Executable executable) {
        var thrown = executable.getGenericExceptionTypes();
        return thrown.length == 0
                ? ""
                : " throws " + Arrays.stream(thrown).map(PublicNames::name).collect(joined());
    }

    /** A type without its packages. */
    private static String name(Type type) {
        return type.getTypeName()
                .replaceAll("(?:[a-z_][A-Za-z_0-9]*\\.)+(?=[A-Z])", "")
                .replace('$', '.');
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }
}
