package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which of the types that a cell declares anew say what they said, though in other words: a parameter of another name,
 * {@code 2 * 3} for {@code 6}. Their class files are the same but for names of cells and numbers of lines.
 */
final class Unchanged {
    private final Names names;
    private final CompiledCell cell;
    private final List<Entry> types;

    private Unchanged(Names names, CompiledCell cell, List<Entry> types) {
        this.names = names;
        this.cell = cell;
        this.types = types;
    }

    /**
     * Returns the keys of those.
     *
     * @param replaced what the cell declares anew, as it was
     * @param anew what is compiled anew with it
     */
    static Set<String> of(Names names, List<Entry> replaced, List<Entry> anew, CompiledCell cell) {
        var types =
                Stream.concat(replaced.stream(), anew.stream())
                        .filter(entry -> entry.kind() == Entry.Kind.TYPE)
                        .filter(entry -> !names.isLacking(entry.key()))
                        .collect(Collectors.toCollection(ArrayList::new));
        var unchanged = new Unchanged(names, cell, types);
        // Types that name each other are the same together, or none is.
        while (types.removeIf(unchanged::isOtherwise)) {}
        types.retainAll(replaced);
        return types.stream().map(Entry::key).collect(Collectors.toSet());
    }

    private boolean isOtherwise(Entry old) {
        var before = bare(names.filesOf(old.owner()), old, old.owner(), false);
        var now = bare(cell.files(), old, cell.className(), true);
        return !before.keySet().equals(now.keySet())
                || !before.entrySet().stream()
                        .allMatch(each -> Arrays.equals(each.getValue(), now.get(each.getKey())));
    }

    /** Returns the files of a type and of those inside of it, without what tells one cell from another. */
    private Map<String, byte[]> bare(
            Map<String, byte[]> files, Entry type, String owner, boolean fresh) {
        var name = owner + "$" + type.name();
        var found = new HashMap<String, byte[]>();
        files.forEach(
                (each, file) -> {
                    if (each.equals(name) || each.startsWith(name + "$")) {
                        found.put(each.substring(owner.length()), bare(file, owner, fresh));
                    }
                });
        return found;
    }

    private byte[] bare(byte[] file, String owner, boolean fresh) {
        var writer = new ClassWriter(0);
        new ClassReader(file) {
            @Override
            public @Nullable String readUTF8(int offset, char[] buffer) {
                var text = super.readUTF8(offset, buffer);
                return text == null ? null : renamed(text, fresh);
            }
        }.accept(new OfNoCell(writer, owner, fresh), ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private String renamed(String text, boolean fresh) {
        var result = text;
        for (var type : types) {
            var owner = fresh ? cell.className() : type.owner();
            var name = owner.replace('.', '/') + "$" + type.name();
            if (result.contains(name)) {
                result =
                        Pattern.compile(Pattern.quote(name) + "(?![\\w&&[^$]])")
                                .matcher(result)
                                .replaceAll(Matcher.quoteReplacement("$" + type.name()));
            }
        }
        return result;
    }

    /** Drops in which cell's class a type is. */
    private final class OfNoCell extends ClassVisitor {
        private final String owner;
        private final boolean fresh;

        OfNoCell(ClassVisitor next, String owner, boolean fresh) {
            super(Opcodes.ASM9, next);
            this.owner = owner.replace('.', '/');
            this.fresh = fresh;
        }

        /** The reader takes signatures of methods from elsewhere than all other text. */
        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return super.visitMethod(
                    access,
                    name,
                    descriptor,
                    signature == null ? null : renamed(signature, fresh),
                    exceptions);
        }

        @Override
        public void visitNestHost(String host) {}

        @Override
        public void visitInnerClass(
                String name, @Nullable String outer, @Nullable String inner, int access) {
            super.visitInnerClass(name, owner.equals(outer) ? null : outer, inner, access);
        }
    }
}
