#!/usr/bin/perl
# page.pl FILE.pdf: what is printed, measured. A line a page: "PAGE WIDTHxHEIGHT mm", then what is wrong with it: text outside
# the page or over other text or over the outline of a box. Of boxes (outlines of four corners): how many, the least
# inner width and height in mm. Of codes (p07): how many, the least size in points.
use strict;
use warnings;

my ($file) = @ARGV;
my $info = `pdfinfo "$file"`;
my ($pages) = $info =~ /^Pages:\s*(\d+)/m or die "no pages in $file\n";
my $mm = 25.4 / 72;

sub boxes {
	my ($page) = @_;
	my $svg = `pdftocairo -svg -f $page -l $page "$file" -`;
	my @found;
	while ($svg =~ m{<path style="fill:none;stroke-width:([\d.]+);[^>]* d="M ([\d.]+) ([\d.]+) L ([\d.]+) [\d.]+ L [\d.]+ ([\d.]+) [^Z]*Z[^>]*transform="matrix\(([-\d.]+),0,0,([-\d.]+),([-\d.]+),([-\d.]+)\)"}g) {
		my ($w, $x, $y, $x2, $y2, $sx, $sy, $e, $f) = ($1, $2, $3, $4, $5, $6, $7, $8, $9);
		my @v = sort { $a <=> $b } $sx * $x + $e, $sx * $x2 + $e;
		my @h = sort { $a <=> $b } $sy * $y + $f, $sy * $y2 + $f;
		push @found, { x => $v[0], y => $h[0], X => $v[1], Y => $h[1], line => $w * abs($sx) };
	}
	return @found;
}

# Words with the box of their letters: a fifth of the line above and below is air.
sub words {
	my ($page) = @_;
	my @found;
	for (`pdftotext -bbox -f $page -l $page "$file" -`) {
		next unless m{<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>};
		my $air = ($4 - $2) * 0.2;
		push @found, { x => $1, y => $2 + $air, X => $3, Y => $4 - $air, text => $5 };
	}
	return @found;
}

sub meet { my ($a, $b) = @_; return $a->{x} < $b->{X} - 0.2 && $b->{x} < $a->{X} - 0.2 && $a->{y} < $b->{Y} && $b->{y} < $a->{Y} }
sub inside { my ($a, $b) = @_; return $a->{x} > $b->{x} && $a->{X} < $b->{X} && $a->{y} > $b->{y} && $a->{Y} < $b->{Y} }

for my $page (1 .. $pages) {
	my ($size) = `pdfinfo -f $page -l $page "$file"` =~ /^Page.*size:\s*([\d.]+ x [\d.]+)/m;
	my ($w, $h) = split / x /, $size;
	my @box = boxes($page);
	my @word = words($page);
	my (%font, $least, $codes);

	printf "%d %.0fx%.0f", $page, $w * $mm, $h * $mm;
	if (@box) {
		my ($x) = sort { $a <=> $b } map { ($_->{X} - $_->{x} - $_->{line}) * $mm } @box;
		my ($y) = sort { $a <=> $b } map { ($_->{Y} - $_->{y} - $_->{line}) * $mm } @box;
		printf " boxes %d %.1fx%.1f", scalar @box, $x, $y;
	}
	for (`pdftohtml -xml -zoom 1 -stdout -i -f $page -l $page "$file"`) {
		$font{$1} = $2 if /<fontspec id="(\d+)" size="(\d+)"/;
		next unless /<text .*font="(\d+)">(.*)<\/text>/;
		my ($size, $text) = ($font{$1}, $2);
		while ($text =~ /(?<![\w@-])p\d\d(?!\w)/g) {
			$codes++;
			$least = $size if !defined $least || $size < $least;
		}
	}
	print " codes $codes $least" if $codes;
	print "\n";
	for my $i (0 .. $#word) {
		my $a = $word[$i];
		print "  $a->{text} leaves the page\n" if $a->{x} < 14 || $a->{y} < 14 || $a->{X} > $w - 14 || $a->{Y} > $h - 14;
		for my $b (@word[$i + 1 .. $#word]) { print "  $a->{text} and $b->{text} are one over the other\n" if meet($a, $b) }
		for my $b (@box) { print "  $a->{text} crosses a box\n" if meet($a, $b) && !inside($a, $b) }
	}
}
