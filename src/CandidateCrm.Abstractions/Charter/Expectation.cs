using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>
/// A rule of the charter. What it promises is said by its kind: <see cref="OnceExpectation"/>, <see cref="AnswerExpectation"/>, <see cref="CadenceExpectation"/>,
/// <see cref="CompletionExpectation"/>, <see cref="SilenceExpectation"/> and <see cref="AppointmentExpectation"/> are kept in time or broken by it;
/// a <see cref="ProhibitionExpectation"/> has no clock and is broken by what happens.
/// </summary>
public abstract record Expectation
{
    private protected Expectation()
    {
    }

    /// <summary>Gets the name; unique within a charter.</summary>
    public required ExpectationKey Key { get; init; }

    /// <summary>Gets the version, from 1 on. A promise keeps the version it was opened under.</summary>
    public int Version
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A version counts from 1.");
    } = 1;

    /// <summary>Gets which facts open a promise: about the application that they name, or about the whole relationship.</summary>
    public required FactPattern StartedBy { get; init; }

    /// <summary>Gets which facts end it before its time: a timed promise is void, a prohibition is kept. Null for none.</summary>
    public FactPattern? EndedBy { get; init; }

    /// <summary>
    /// Gets a value indicating whether it is about the whole relationship, whatever application a fact names: one promise for all of them, and any of
    /// them keeps or breaks it. False by default. It goes with no scope.
    /// </summary>
    public bool WholeRelationship { get; init; }

    /// <summary>Gets which applications it is for; all by default.</summary>
    public ExpectationScope Scope { get; init; } = ExpectationScope.All;

    /// <summary>Gets how much it weighs when it is broken; <see cref="Severity.Normal"/> by default.</summary>
    public Severity Severity { get; init; }

    /// <summary>Gets what the end of its application makes of it; void by default. It says nothing of what the end itself keeps or opens.</summary>
    public ApplicationEndRule WhenApplicationEnds { get; init; }

    /// <summary>Gets a value indicating whether a recruiter task is opened when it is broken; true by default.</summary>
    public bool TaskWhenBroken { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether colleagues owe it to each other and candidates hear nothing of it: it needs no words for them, and is neither on the
    /// public page nor in published figures. False by default.
    /// </summary>
    public bool AmongColleagues { get; init; }

    /// <summary>Gets what is promised, in words for candidates, by language tag such as <c>en</c>.</summary>
    public ImmutableSortedDictionary<string, string> Text { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
