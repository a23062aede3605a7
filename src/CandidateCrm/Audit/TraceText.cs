using System.Globalization;
using System.Text;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>
/// A trace as text for people, in one fixed form whatever the culture: a line for each step, and below it, indented, what followed. Lines end with
/// a line feed. Ids and codes only.
/// </summary>
public static class TraceText
{
    /// <summary>Writes a trace.</summary>
    public static string Write(CandidateTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var text = new StringBuilder();
        var since = trace.From is { } from ? $" from {EntryWords.At(from)}" : string.Empty;
        Line(text, string.Empty, string.Create(CultureInfo.InvariantCulture, $"{trace.Relationship}{since} up to {EntryWords.At(trace.To)}, engine {trace.EngineVersion}"));
        foreach (var step in trace.Steps)
        {
            Write(text, step);
        }

        foreach (var notice in trace.Notices)
        {
            Line(text, string.Empty, $"{EntryWords.At(notice.OccurredAt)} notice {Words(notice)}");
        }

        foreach (var record in trace.OnRecordOnly)
        {
            Line(text, string.Empty, $"on record only: {record.Effect.Key} {EntryWords.Of(record.Effect.Intent)}; {Standing(record)}");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, TraceStep step)
    {
        Line(text, string.Empty, string.Create(CultureInfo.InvariantCulture, $"{EntryWords.At(step.Place.At)} {Name(step)}, rules {step.RulesPosition}{Remark(step)}"));
        if (!step.Reacted.IsEmpty)
        {
            Line(text, "  ", $"reacted: {string.Join(", ", step.Reacted)}");
        }

        foreach (var derived in step.Derived)
        {
            Line(text, "  ", $"derived: {Words(derived)}");
        }

        foreach (var effect in step.Effects)
        {
            Write(text, effect);
        }

        foreach (var fault in step.Faults)
        {
            Line(text, "  ", $"failed: {fault.Feature} {fault.Code}{(fault.Definition is { } definition ? $" on {definition}" : string.Empty)}");
        }
    }

    private static void Write(StringBuilder text, TracedEffect effect)
    {
        var withheld = effect.Effect.Withheld is { } reason ? $", withheld {reason}" : string.Empty;
        var standing = effect.OnRecord is { } record ? Standing(record) : "not on record";
        Line(text, "  ", $"wants: {effect.Effect.Key} {EntryWords.Of(effect.Effect.Intent)}{withheld}; {standing}");
        foreach (var told in effect.Followed)
        {
            var why = told.Entry is EffectSkipped skipped ? $" {skipped.Reason}" : string.Empty;
            Line(text, "    ", $"then: {EntryWords.At(told.OccurredAt)} {EntryTypes.NameOf(told.Entry)}{why}");
        }
    }

    private static string Name(TraceStep step) => step.Kind switch
    {
        TraceStepKind.Alarm or TraceStepKind.RulesChange => step.What,
        _ => $"{(step.Kind == TraceStepKind.Act ? "act" : "fact")} {step.What} [{step.Event}]{(step.About.Length > 0 ? $" {step.About}" : string.Empty)}",
    };

    private static string Remark(TraceStep step) =>
        step.TakenBack ? ", taken back" : step.Repetition ? ", nothing new" : string.Empty;

    private static string Words(TimelineEvent derived) =>
        $"{EntryTypes.NameOf(derived.Entry)} {EntryWords.Of(derived.Entry)}".TrimEnd();

    private static string Standing(EffectRecord record)
    {
        var tries = (record.State, record.Attempts, record.LastError) switch
        {
            (EffectState.Pending, 0, { } code) => $", given back with {code}",
            (EffectState.Pending, > 0, _) => string.Create(CultureInfo.InvariantCulture, $" after {record.Attempts} {(record.Attempts == 1 ? "failure" : "failures")} with {record.LastError}"),
            _ => string.Empty,
        };
        return $"{(record is { Parked: true, State: EffectState.Pending } ? "parked" : Word(record.State))}{tries}";
    }

    private static string Word(EffectState state) => state switch
    {
        EffectState.Pending => "pending",
        EffectState.Done => "done",
        EffectState.Skipped => "skipped",
        EffectState.Withheld => "withheld",
        EffectState.Unfounded => "unfounded",
        _ => "cancelled",
    };

    private static void Line(StringBuilder text, string indent, string line) => text.Append(indent).Append(line).Append('\n');
}
