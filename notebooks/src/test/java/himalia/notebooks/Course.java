package himalia.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The notebooks of the course, in order. */
final class Course {
    private static final Set<String> NO_NOTEBOOKS = Set.of("target", "out", ".ipynb_checkpoints");

    private Course() {}

    static List<Path> notebooks() throws IOException {
        var root = Path.of("").toAbsolutePath();
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .map(root::relativize)
                    .filter(Course::isPartOfTheCourse)
                    .sorted()
                    .toList();
        }
    }

    /** Not what runs leave beside the notebooks. */
    private static boolean isPartOfTheCourse(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .noneMatch(part -> NO_NOTEBOOKS.contains(part.toString()));
    }

    /** True for the shop window, the one notebook that keeps its outputs. */
    static boolean keepsOutputs(Path notebook) {
        return notebook.toString().equals("00-first-look.ipynb");
    }

    static boolean isGallery(Path notebook) {
        return notebook.startsWith("gallery");
    }
}
