package himalia.install;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/** The order of the library's topics: each may use those that stand before its line, and not those beside it. */
final class LibraryRanks {
    private static final List<List<String>> RANKS =
            List.of(
                    List.of("table", "remote", "onnx"),
                    List.of("model"),
                    List.of("storage", "evaluation", "sampling", "abtest"),
                    List.of(
                            "features",
                            "datatests",
                            "monitoring",
                            "online",
                            "objectives",
                            "streaming"),
                    List.of("training"),
                    List.of("parallel"),
                    List.of("modeltests", "experiments", "compression", "search", "transfer"),
                    List.of("versioning"),
                    List.of("serving"),
                    List.of("featurestore", "deployment"),
                    List.of("cluster"));

    private LibraryRanks() {}

    /** True for classes of the library's packages. */
    static boolean isLibrary(JavaClass type) {
        return rank(type) >= 0;
    }

    static ArchRule rule() {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("himalia..")
                .should(
                        new ArchCondition<>("import lower ranks of the library only") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                for (var use : type.getDirectDependenciesFromSelf()) {
                                    var used = use.getTargetClass();
                                    if (forbidden(type, used)) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        use, use.getDescription()));
                                    }
                                }
                            }
                        });
    }

    private static boolean forbidden(JavaClass type, JavaClass used) {
        return isLibrary(type)
                && isLibrary(used)
                && !topic(type).equals(topic(used))
                && rank(used) >= rank(type);
    }

    private static int rank(JavaClass type) {
        for (int rank = 0; rank < RANKS.size(); rank++) {
            if (RANKS.get(rank).contains(topic(type))) {
                return rank;
            }
        }
        return -1;
    }

    private static String topic(JavaClass type) {
        var parts = type.getPackageName().split("\\.", -1);
        return parts.length > 1 && parts[0].equals("himalia") ? parts[1] : "";
    }
}
