using CandidateCrm.Fixtures;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Timeline;

public sealed class TimelineJsonProperties
{
    private static readonly Config Many = Tries.Of(300);

    [Fact]
    public void Every_event_that_was_written_reads_as_it_was() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            var lost = RandomEvent.Entries(dice).Select(entry => RandomEvent.Of(dice, entry)).Select(Lost).FirstOrDefault(d => d is not null);

            return (lost is null).Label(lost ?? string.Empty);
        }).Check(Many);

    [Fact]
    public void What_was_read_is_written_as_the_same_text() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            return RandomEvent.Entries(dice).Select(entry => TimelineJson.Write(RandomEvent.Of(dice, entry)))
                .All(text => TimelineJson.Write(TimelineJson.Read(text)) == text);
        }).Check(Many);

    [Fact]
    public void A_damaged_document_is_read_or_refused_and_never_quoted() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            return RandomEvent.Entries(dice).Select(entry => TimelineJson.Write(RandomEvent.Of(dice, entry)))
                .All(text => Damage.IsReadOrRefused(text, dice.Below(int.MaxValue), bytes => TimelineJson.Read(bytes)));
        }).Check(Many);

    [Fact]
    public void What_is_read_from_a_damaged_document_can_be_written_and_read_again() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            return RandomEvent.Entries(dice).Select(entry => TimelineJson.Write(RandomEvent.Of(dice, entry)))
                .All(text => Damage.IsReadOrRefused(text, dice.Below(int.MaxValue), bytes =>
                {
                    var read = TimelineJson.Read(bytes);
                    var written = TimelineJson.Write(read);
                    Assert.Equal(read, TimelineJson.Read(written));
                    return written;
                }));
        }).Check(Many);

    private static string? Lost(TimelineEvent before)
    {
        var after = TimelineJson.Read(TimelineJson.Write(before));
        return before.Equals(after) ? null : $"{EntryTypes.NameOf(before.Entry)} {Structure.Difference(before, after)} {TimelineJson.Write(before)}";
    }
}
