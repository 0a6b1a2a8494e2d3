package himalia.evaluation.card;

import himalia.evaluation.slices.Slices;
import java.util.ArrayList;
import java.util.List;

/** What a card tells of slices. */
final class SliceFacts {
    private SliceFacts() {}

    static List<CardBlock> factors(List<Slices> all) {
        return all.stream()
                .filter(slices -> !slices.worse().isEmpty())
                .<CardBlock>map(slices -> new CardBlock.Words(slices.verdict()))
                .toList();
    }

    static List<CardBlock> after(List<CardBlock> numbers, List<Slices> all) {
        var blocks = new ArrayList<>(numbers);
        for (var slices : all) {
            blocks.add(new CardBlock.Words(slices.verdict()));
            blocks.add(new CardBlock.Drawn(slices.intervals()));
        }
        return blocks;
    }
}
