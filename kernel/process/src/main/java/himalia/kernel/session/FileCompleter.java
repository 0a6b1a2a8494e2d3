package himalia.kernel.session;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Completes the names of files: in a text that is not closed yet, and among the words of a magic or a shell command. */
final class FileCompleter {
    private static final int MOST = 100;

    /** A magic whose value is used, and the words behind its name. */
    private static final Pattern MAGIC = Pattern.compile("(?:=|\\(|\\breturn)\\s*%\\w+\\s");

    /** What takes a folder, and no file. */
    private static final Pattern MOVES = Pattern.compile("^\\s*(?:%cd|!\\s*(?:cd|rmdir))\\s");

    private final Supplier<Path> directory;

    FileCompleter(Supplier<Path> directory) {
        this.directory = directory;
    }

    /** Returns files whose names begin so, where a file may stand at the cursor and there are such. */
    Optional<Completion> complete(String code, int cursor) {
        var line = code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor);
        int quote = openQuote(line);
        var trimmed = line.stripLeading();
        boolean command = trimmed.startsWith("%") || trimmed.startsWith("!");
        boolean words = command && trimmed.indexOf(' ') > 0 || MAGIC.matcher(line).find();
        if (quote < 0 && !words) {
            return Optional.empty();
        }
        int start = quote >= 0 ? quote + 1 : line.lastIndexOf(' ') + 1;
        var typed = line.substring(start);
        return files(typed, cursor)
                .map(found -> MOVES.matcher(line).find() ? folders(found) : found)
                .filter(found -> !found.candidates().isEmpty())
                .map(found -> quote >= 0 ? found : quoted(found, typed, cursor));
    }

    /** Returns files whose names begin as what stands between. */
    Optional<Completion> from(String code, int start, int cursor) {
        return files(code.substring(start, cursor), cursor);
    }

    /** Returns files whose names begin as the word at the cursor does, in a script of a shell. */
    Optional<Completion> ofShell(String code, int cursor) {
        int line = code.lastIndexOf('\n', cursor - 1) + 1;
        return complete("! " + code.substring(line, cursor), cursor - line + 2)
                .map(found -> new Completion(found.start() + line - 2, cursor, found.candidates()));
    }

    private static Completion folders(Completion files) {
        return new Completion(
                files.start(),
                files.end(),
                files.candidates().stream().filter(each -> each.text().endsWith("/")).toList());
    }

    /** Among words, one with blanks in it stands in quotes, all of it. */
    private static Completion quoted(Completion files, String typed, int cursor) {
        if (files.candidates().stream().noneMatch(each -> each.text().indexOf(' ') >= 0)) {
            return files;
        }
        var folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        return new Completion(
                cursor - typed.length(),
                cursor,
                files.candidates().stream()
                        .map(
                                each ->
                                        new Candidate(
                                                word(folder + each.text()),
                                                each.type(),
                                                each.signature()))
                        .toList());
    }

    /** A folder's quote stays open for what is in it. */
    private static String word(String path) {
        return path.indexOf(' ') < 0 ? path : '"' + path + (path.endsWith("/") ? "" : "\"");
    }

    private Optional<Completion> files(String typed, int cursor) {
        int slash = typed.lastIndexOf('/');
        var prefix = typed.substring(slash + 1);
        var candidates = new ArrayList<Candidate>();
        try {
            var folder = directory.get().resolve(expanded(typed.substring(0, slash + 1)));
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            try (var files = Files.list(folder)) {
                files.filter(file -> fits(String.valueOf(file.getFileName()), prefix))
                        .sorted(Comparator.comparing(Path::getFileName))
                        .limit(MOST)
                        .forEach(file -> candidates.add(candidate(file)));
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Completion(cursor - prefix.length(), cursor, candidates));
    }

    private static boolean fits(String name, String prefix) {
        return name.startsWith(prefix) && (!name.startsWith(".") || prefix.startsWith("."));
    }

    private static String expanded(String folder) {
        return folder.startsWith("~/")
                ? System.getProperty("user.home") + folder.substring(1)
                : folder;
    }

    private static Candidate candidate(Path file) {
        boolean folder = Files.isDirectory(file);
        return new Candidate(
                file.getFileName() + (folder ? "/" : ""), "path", folder ? "folder" : "file");
    }

    /** Returns where the text begins that is open at the end of the line, -1 where none is. */
    private static int openQuote(String line) {
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && open >= 0) {
                i++;
            } else if (c == '"') {
                open = open >= 0 ? -1 : i;
            }
        }
        return open;
    }
}
