package himalia.magics;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicCatalog;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * Finds magics by the index, loads the one that is called, and lets picocli bind its words.
 *
 * <p>Jars may join the class path at any time: the index is read again before all magics are listed, and before a name is
 * refused; where a jar has no index, its services files are.
 */
public final class PicocliCatalog implements MagicCatalog {
    private final ClassLoader loader = ClassLoader.getSystemClassLoader();
    private volatile @Nullable SortedMap<String, MagicDescription> known;

    @Override
    public List<MagicDescription> describe() {
        return renewed().values().stream()
                .sorted(Comparator.comparing(MagicDescription::name))
                .toList();
    }

    @Override
    public @Nullable Object line(Notebook notebook, String name, List<Object> words)
            throws Exception {
        var entry = find(name, Kind.LINE);
        if (entry.isFamily()) {
            var call = new FamilyCall(loader, notebook, entry, words);
            return guarded(name, () -> call.run(() -> family(name)));
        }
        var given = new LineValues(words);
        var magic = bound(notebook, entry, words, given, LineMagic.class);
        if (magic.isEmpty()) {
            return null;
        }
        if (words.contains(PlainJava.OPTION)) {
            return guarded(
                    name,
                    () -> {
                        LineMagic<?> bound = magic.get();
                        PlainJava.show(name, notebook, given, bound::java);
                        return null;
                    });
        }
        return guarded(name, () -> magic.get().run(notebook));
    }

    @Override
    @SuppressWarnings("unchecked") // the kernel compiled the body against the type in the index
    public @Nullable Object cell(
            Notebook notebook, String name, List<Object> words, @Nullable Object body)
            throws Exception {
        var entry = find(name, Kind.TEXT_BODY, Kind.EXPRESSION_BODY, Kind.SQL_BODY);
        var magic = bound(notebook, entry, words, new LineValues(words), CellMagic.class);
        if (magic.isEmpty()) {
            return null;
        }
        if (body == null) {
            throw new MagicException("%" + name + ": the value of the cell's expression is null");
        }
        return guarded(name, () -> magic.get().run(notebook, body));
    }

    @Override
    public AroundMagic<?> around(Notebook notebook, String name, List<Object> words)
            throws Exception {
        var entry = find(name, Kind.AROUND);
        return bound(notebook, entry, words, new LineValues(words), AroundMagic.class)
                .orElseGet(Nothing::new);
    }

    /** Returns a family with what jars have added to it since it was read, with an index or without. */
    private MagicDescription family(String name) {
        var all = new TreeMap<>(renewed());
        MagicIndex.registered(loader)
                .forEach((key, each) -> all.merge(key, each, MagicDescription::with));
        known = all;
        return find(name, Kind.LINE);
    }

    /** Returns a new magic with its parameters set, or nothing where the line asked for help, which is then shown. */
    private <M> Optional<M> bound(
            Notebook notebook,
            MagicDescription entry,
            List<Object> words,
            LineValues given,
            Class<M> joint)
            throws ReflectiveOperationException {
        var name = entry.name();
        var magic =
                joint.cast(
                        Class.forName(entry.className(), true, loader)
                                .getDeclaredConstructor()
                                .newInstance());
        PlainJava.refuseWhereNone(name, magic, words);
        try {
            if (given.bind(MagicSpecs.commandLine(magic)).isUsageHelpRequested()) {
                notebook.display(MimeBundle.plain(entry.wholeHelp()));
                return Optional.empty();
            }
        } catch (ParameterException slip) {
            throw Slips.binding(entry, slip, given);
        }
        return Optional.of(magic);
    }

    private MagicDescription find(String name, Kind... kinds) {
        boolean ofCell = List.of(kinds).contains(Kind.TEXT_BODY);
        var entry = find(known(), name, ofCell);
        if (entry == null || !List.of(kinds).contains(entry.kind())) {
            var more = new TreeMap<>(renewed());
            entry = find(more, name, ofCell);
            if (entry == null) {
                MagicIndex.registered(loader).forEach(more::putIfAbsent);
                known = more;
                entry = find(more, name, ofCell);
            }
        }
        if (entry == null) {
            throw Slips.unknown(
                    name,
                    known().values().stream().map(MagicDescription::name).distinct().toList());
        }
        if (!List.of(kinds).contains(entry.kind())) {
            throw Slips.otherForm(
                    name,
                    switch (entry.kind()) {
                        case LINE -> "%" + name + ", one line";
                        case TEXT_BODY, EXPRESSION_BODY, SQL_BODY ->
                                "%%" + name + " above its body";
                        case AROUND -> "%" + name + " before a line, %%" + name + " above a cell";
                    });
        }
        return entry;
    }

    /** Returns the magic of that form; where there is none, the one of the other form. */
    private static @Nullable MagicDescription find(
            SortedMap<String, MagicDescription> among, String name, boolean ofCell) {
        var line = among.get(name);
        var cell = among.get(MagicDescription.CELL + name);
        return cell != null && (ofCell || line == null) ? cell : line;
    }

    private SortedMap<String, MagicDescription> known() {
        var read = known;
        return read == null ? renewed() : read;
    }

    /** Reads the index again, and keeps what was found without one. */
    private SortedMap<String, MagicDescription> renewed() {
        try {
            var all = new TreeMap<>(MagicIndex.read(loader));
            var before = known;
            if (before != null) {
                before.forEach(all::putIfAbsent);
            }
            known = all;
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("the index of magics cannot be read", e);
        }
    }

    /** Runs a magic; what it or our library refuses becomes one message under the magic's name. */
    private static @Nullable Object guarded(String name, Call call) throws Exception {
        try {
            return call.run();
        } catch (MagicException e) {
            throw Slips.refused(name, e);
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | IOException e) {
            if (Slips.isOurs(e)) {
                throw Slips.refused(name, e);
            }
            throw e;
        }
    }

    private interface Call {
        @Nullable Object run() throws Exception;
    }

    /** Stands for a magic that was only asked for help. */
    private static final class Nothing implements AroundMagic<Void> {
        @Override
        public void before(Notebook notebook) {}

        @Override
        public @Nullable Void after(Notebook notebook) {
            return null;
        }
    }
}
