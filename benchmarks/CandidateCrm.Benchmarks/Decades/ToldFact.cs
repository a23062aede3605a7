#pragma warning disable IDE0005 // The tests compile this file too, and use NodaTime everywhere.
using CandidateCrm.Timeline;
using NodaTime;
#pragma warning restore IDE0005

namespace CandidateCrm.Benchmarks.Decades;

/// <summary>A fact and when the host tells it: mostly when it happens.</summary>
internal sealed record ToldFact(Instant ToldAt, HostFact Fact);
