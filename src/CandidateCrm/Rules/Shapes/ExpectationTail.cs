using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The members that every expectation ends with; all may be left out.</summary>
internal sealed class ExpectationTail<T>(MemberTable<T> table)
    where T : Expectation
{
    private readonly TypedMember<T, ImmutableArray<FactMatch>> _endedBy = table.List("endedBy", FactMatchShape.Patterns, e => e.EndedBy?.AnyOf ?? [], "Any of these facts ends it before its time: a prohibition is kept, everything else void.");
    private readonly TypedMember<T, bool> _whole = table.May("wholeRelationship", FlagShape.Instance, e => e.WholeRelationship, "Whether it is about the whole relationship, whatever application a fact names; false by default.");
    private readonly TypedMember<T, ExpectationScope> _scope = table.May("scope", ExpectationParts.Scope, e => e.Scope, "Which applications it is for; all where it is left out.", otherwise: ExpectationScope.All);
    private readonly TypedMember<T, Severity> _severity = table.May("severity", Texts.Word<Severity>("a severity"), e => e.Severity, "How much it weighs when it is broken; normal by default.", otherwise: Severity.Normal);
    private readonly TypedMember<T, ApplicationEndRule> _ends = table.May("whenApplicationEnds", Texts.Word<ApplicationEndRule>("what becomes of it"), e => e.WhenApplicationEnds, "What the end of its application makes of an open one; void by default.");
    private readonly TypedMember<T, bool> _task = table.May("taskWhenBroken", FlagShape.Instance, e => e.TaskWhenBroken, "Whether a recruiter task is opened when it is broken; true by default.", otherwise: true);
    private readonly TypedMember<T, bool> _colleagues = table.May("amongColleagues", FlagShape.Instance, e => e.AmongColleagues, "Whether colleagues owe it to each other and candidates hear nothing of it; false by default.");
    private readonly TypedMember<T, ImmutableSortedDictionary<string, string>> _text = table.Words("text", e => e.Text, "What is promised, in words for candidates, by language tag such as en.");

    /// <summary>Returns an expectation with these members and its version.</summary>
    internal T Of(MemberValues<T> values, int version, Expectation expectation) => (T)(expectation with
    {
        Version = version,
        EndedBy = values.Of(_endedBy) is { IsDefaultOrEmpty: false } ends ? new FactPattern { AnyOf = ends } : null,
        WholeRelationship = values.Of(_whole),
        Scope = values.Of(_scope),
        Severity = values.Of(_severity),
        WhenApplicationEnds = values.Of(_ends),
        TaskWhenBroken = values.Of(_task),
        AmongColleagues = values.Of(_colleagues),
        Text = values.Of(_text),
    });
}
