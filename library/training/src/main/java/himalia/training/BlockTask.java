package himalia.training;

/**
 * One training of a block.
 *
 * @param validation rows that were set aside, which may be none
 */
record BlockTask(
        BlockMaker maker,
        BlockForm form,
        BlockGoal goal,
        NetworkOptions options,
        BlockRows train,
        BlockRows validation) {}
